-- Begin cooldowns, or let them last longer.
--
-- KEYS  cooldowns
-- ARGV  for each: how long from now, in ms; why
--
-- The longer wins: a failure that passes in seconds must not end the wait for one that a person has to mend.

for i, key in ipairs(KEYS) do
  local duration, reason = ARGV[2 * i - 1], ARGV[2 * i]
  if redis.call('PTTL', key) < tonumber(duration) then
    redis.call('SET', key, reason, 'PX', duration)
  end
end
return redis.status_reply('OK')
