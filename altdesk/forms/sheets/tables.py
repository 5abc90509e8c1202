"""All tables of a document's revision, one below the other."""

from __future__ import annotations

from altdesk.forms.sheets.inputs import sample_inputs
from altdesk.forms.sheets.matrix import form_of, sample_matrix, sample_of
from altdesk.forms.sheets.outputs import sample_outputs
from altdesk.forms.sheets.storage import sample_storage

FORM = form_of(
    "tables",
    lambda: sample_of(sample_outputs(), sample_inputs(), sample_matrix(), sample_storage()),
)
