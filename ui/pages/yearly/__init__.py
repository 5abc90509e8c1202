"""Parts of the page of records for the report: sponsors' funds, leadership meetings, measures, assessments."""
