-- call_data 'fill in settings'
-- C++: fill in settings (rev-1);

-- call_data 'look up points'
-- C++: look up points (rev-2);
