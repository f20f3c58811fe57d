// All tests of the site, in one process: they share a browser, and an API that was filled once.
import "./reading.js";
import "./replying.js";
