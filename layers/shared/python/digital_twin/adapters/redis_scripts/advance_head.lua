-- Make a version of HEAD known, unless one as new is.
--
-- KEYS  HEAD
-- ARGV  version; how long it may be believed, in ms
--
-- A version that is known already keeps its expiry: were it prolonged, an update that never came would never be noticed.

local known = tonumber(redis.call('GET', KEYS[1]) or -1)
if known < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return redis.status_reply('OK')
