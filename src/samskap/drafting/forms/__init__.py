"""What people fill in about joint texts."""

from samskap.drafting.forms.deciding import DecideForm, PutForm
from samskap.drafting.forms.keeping import EditionForm, WriterForm
from samskap.drafting.forms.proposing import ProposeForm
from samskap.drafting.forms.starting import StartForm
from samskap.drafting.forms.writing import AddForm, MoveForm, RemoveForm, WriteForm

__all__ = [
    "AddForm",
    "DecideForm",
    "EditionForm",
    "MoveForm",
    "ProposeForm",
    "PutForm",
    "RemoveForm",
    "StartForm",
    "WriteForm",
    "WriterForm",
]
