-- Look for the answer a flight is to leave, both at one moment: an answer stored between two looks would be missed.
--
-- KEYS  cached answer, flight
--
-- Returns {version and text of the answer or nil twice, 1 while somebody leads the flight}.

local cached = redis.call('HMGET', KEYS[1], 'v', 'body')
return { cached[1], cached[2], redis.call('EXISTS', KEYS[2]) }
