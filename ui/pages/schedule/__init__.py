"""The parts of the page of events: the form, the calendars, what a day holds."""
