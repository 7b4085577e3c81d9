-- Keep an answer for the next asker, unless one made from a newer version is kept.
--
-- KEYS  cached answer
-- ARGV  version it was made from; answer; how long to keep it, in ms; the turn it makes in a session, or nothing

local kept = tonumber(redis.call('HGET', KEYS[1], 'v') or -1)
if kept <= tonumber(ARGV[1]) then
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'v', ARGV[1], 'body', ARGV[2])
  if ARGV[4] then
    redis.call('HSET', KEYS[1], 'turn', ARGV[4])
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return redis.status_reply('OK')
