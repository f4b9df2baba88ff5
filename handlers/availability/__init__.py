"""When people can meet: their convenient times, their lessons, the bells and holidays of a school."""
