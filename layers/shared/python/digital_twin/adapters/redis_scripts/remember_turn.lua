-- Add a turn to a session, and let go of its oldest beyond those it keeps.
--
-- KEYS  session
-- ARGV  turn; how many turns to keep; for how long, in ms

redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return redis.status_reply('OK')
