-- wrk … -s wrk.lua URL -- PATH STORIES: asks for PATH; one with %d in it for each story in turn. Ends with a line of figures.

local path, stories
local asked = 0

function init(args)
    path, stories = args[1], tonumber(args[2])
end

-- 7919 is a prime: each story has its turn (unless their number is a multiple of it), and not beside its neighbours. A request is written
-- when it is sent: with a table of 100,000 of them, wrk itself stalls (README.md has the figures).
function request()
    asked = asked + 7919
    return wrk.format("GET", path:format(asked % stories + 1))
end

-- Requests a second, the 50th and the 99th percentile in milliseconds, and how many went wrong.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("%.0f %.1f %.1f %d\n",
        summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000,
        latency:percentile(99) / 1000,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
