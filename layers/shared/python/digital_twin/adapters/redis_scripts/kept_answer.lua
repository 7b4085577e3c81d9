-- Look for the answer a flight is to leave, both at one moment: an answer stored between two looks would be missed.
--
-- KEYS  cached answer, flight
--
-- Returns {version, text and turn of the answer or nil thrice, 1 while somebody leads the flight}.

local cached = redis.call('HMGET', KEYS[1], 'v', 'body', 'turn')
return { cached[1], cached[2], cached[3], redis.call('EXISTS', KEYS[2]) }
