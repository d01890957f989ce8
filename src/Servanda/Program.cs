// The servanda command. The one place that reads the clock.
return 0;
