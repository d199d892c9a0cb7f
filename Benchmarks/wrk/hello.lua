dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "figures.lua")
