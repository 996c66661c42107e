"""What people fill in: a lot, its targets, a yes to being drawn, numbers that decide."""

from samskap.lottery.forms.drawing import CommitForm, NumbersForm, ReopenForm, StewardForm
from samskap.lottery.forms.entering import AnswerForm, EnterForm, TakeOutForm, WriteDownForm
from samskap.lottery.forms.starting import InviteForm, ListForm, StartForm, TargetsForm

__all__ = [
    "AnswerForm",
    "CommitForm",
    "EnterForm",
    "InviteForm",
    "ListForm",
    "NumbersForm",
    "ReopenForm",
    "StartForm",
    "StewardForm",
    "TakeOutForm",
    "TargetsForm",
    "WriteDownForm",
]
