-- Let a request in: count it against three windows, take a concurrency slot, read HEAD's version and the cached answer,
-- and where there is none, lead the flight that makes it or learn that another request does, and what cools down.
-- A session gets the turn kept with an answer that ends the request, and is recalled where no answer is looked up.
--
-- KEYS  minute window, day window, route window, leases, HEAD, and unless there is nothing to look up: cached answer,
--       flight; then the session, if there is one; last, any number of cooldowns
-- ARGV  quota of minute, of day, of route, of concurrency; lease id; durations of lease and of flight in ms; the number
--       of cooldowns; how many turns a session keeps, and for how many ms
--
-- Returns {0, limit, quota, seconds to wait}: refused, and nothing has changed;
--      or {1, limit, quota, remaining, seconds to reset, HEAD or nil, version, text and turn of the answer or nil thrice,
--          1 if a lease was taken, 1 if this request leads the flight, ms for which another's flight may yet last or 0,
--          ms left of each cooldown or 0, in their order, or none at all with an answer that ends the request,
--          the session's turns, oldest first}.
--
-- A flight belongs to the version HEAD had when it began, '' if that was unknown here: such a one may be any's, and the
-- answer it leaves tells. A flight of another version is none to wait for; the newer asker takes its place.
--
-- A window is a counter that begins with its first request and ends by expiring, so the only clock is the server's.

local windows = {
  { name = 'minute', key = KEYS[1], quota = tonumber(ARGV[1]), duration = 60000 },
  { name = 'day', key = KEYS[2], quota = tonumber(ARGV[2]), duration = 86400000 },
  { name = 'route', key = KEYS[3], quota = tonumber(ARGV[3]), duration = 60000 },
}
local leases, head_key = KEYS[4], KEYS[5]
local first_cooldown = #KEYS - tonumber(ARGV[8]) + 1
local optional = first_cooldown - 6
local answer_key, flight_key, session_key = nil, nil, nil
if optional >= 2 then
  answer_key, flight_key = KEYS[6], KEYS[7]
end
if optional % 2 == 1 then
  session_key = KEYS[first_cooldown - 1]
end
local concurrent, lease_id, lease_duration = tonumber(ARGV[4]), ARGV[5], tonumber(ARGV[6])
local flight_duration = tonumber(ARGV[7])

local function seconds(milliseconds)
  return math.max(1, math.ceil(milliseconds / 1000))
end

-- Of several exhausted limits the one that lasts longest is named: waiting for another would be in vain.
local refusal = nil
for _, window in ipairs(windows) do
  local count = tonumber(redis.call('GET', window.key) or 0)
  if count >= window.quota then
    local wait = seconds(redis.call('PTTL', window.key))
    if not refusal or wait > refusal[4] then
      refusal = { 0, window.name, window.quota, wait }
    end
  end
end
if refusal then
  return refusal
end

local head = redis.call('GET', head_key)
local version, answer, turn = false, false, false
if answer_key then
  local cached = redis.call('HMGET', answer_key, 'v', 'body', 'turn')
  -- While HEAD is unknown here the caller reads it elsewhere and compares.
  if cached[1] and (not head or cached[1] == head) then
    version, answer, turn = cached[1], cached[2], cached[3]
  end
end

-- An answer known to be right needs no slot: the request ends with this reply.
local leased, leads, flight_left, cooling = 0, 0, 0, {}
if not (head and answer) then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZREMRANGEBYSCORE', leases, '-inf', now)
  if redis.call('ZCARD', leases) >= concurrent then
    return { 0, 'concurrency', concurrent, 1 }
  end
  redis.call('ZADD', leases, now + lease_duration, lease_id)
  redis.call('PEXPIRE', leases, lease_duration)
  leased = 1
  for i = first_cooldown, #KEYS do
    table.insert(cooling, math.max(0, redis.call('PTTL', KEYS[i])))
  end
  if flight_key then
    local mine, flying = head or '', redis.call('HGET', flight_key, 'v')
    if flying and (flying == mine or flying == '' or mine == '') then
      flight_left = math.max(1, redis.call('PTTL', flight_key))
    else
      redis.call('HSET', flight_key, 'v', mine, 'lease', lease_id)
      redis.call('PEXPIRE', flight_key, flight_duration)
      leads = 1
    end
  end
end

local turns = {}
if session_key and not answer_key then
  turns = redis.call('LRANGE', session_key, -tonumber(ARGV[9]), -1)
elseif session_key and turn and leased == 0 then
  redis.call('RPUSH', session_key, turn)
  redis.call('LTRIM', session_key, -tonumber(ARGV[9]), -1)
  redis.call('PEXPIRE', session_key, ARGV[10])
end

local tightest = nil
for _, window in ipairs(windows) do
  local count = redis.call('INCR', window.key)
  if count == 1 then
    redis.call('PEXPIRE', window.key, window.duration)
  end
  window.remaining = window.quota - count
  if not tightest or window.remaining < tightest.remaining then
    tightest = window
  end
end

local reset = seconds(redis.call('PTTL', tightest.key))
return {
  1, tightest.name, tightest.quota, tightest.remaining, reset,
  head, version, answer, turn, leased, leads, flight_left, cooling, turns,
}
