-- End a flight, unless it is another's by now.
--
-- KEYS  flight
-- ARGV  lease id of the request that led it

if redis.call('HGET', KEYS[1], 'lease') == ARGV[1] then
  redis.call('DEL', KEYS[1])
end
return redis.status_reply('OK')
