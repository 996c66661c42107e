"""What conversations do by the clock."""

from django_tasks import task

from samskap.base.queue.schedule import Scheduled, each_hour
from samskap.conversations.actions.campaigns import mark_campaigns
from samskap.municipalities.models import Municipality


@task()
def look_for_campaigns() -> None:
    """Mark in every municipality what says nearly the same."""
    for municipality in Municipality.objects.all():
        mark_campaigns(municipality=municipality)


look_for_campaigns_each_hour = Scheduled(look_for_campaigns, each_hour(minute=40))
