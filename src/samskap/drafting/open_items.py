"""Plans as open data: items, where each came from, what happened to it, what money there is."""

from datetime import date, datetime

from django.db.models import Prefetch
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.drafting.models import Item, ItemSource, ItemStep, Money
from samskap.drafting.queries.items import with_all
from samskap.drafting.words_items import responsible_for
from samskap.municipalities.middleware import MunicipalityRequest

router = Router()


class ItemOut(Schema):
    """An item of a plan: what is to be done, for how much, by whom, and how it stands."""

    id: int = Field(description="unique")
    document: str = Field(description="id of the text that it is an item of")
    paragraph: str = Field(description="public id of the paragraph that says it")
    initiative: str = Field(description="slug of the initiative")
    number: int = Field(description="1, 2, 3 … within the text")
    title: str = Field(description="in one line, as written")
    text: str = Field(description="the paragraph as it reads now, in Markdown")
    cost_kroner: int | None = Field(description="whole kroner; empty where nobody knows")
    responsible: str = Field(description="organisation or office, as written")
    due_on: date | None = Field(description="by when; empty where no day is set")
    state: str = Field(description="planned, decided, under_way, in_force or dropped")
    in_force_on: date | None = Field(description="the day it came into force")
    follow_up_on: date | None = Field(description="the day on which somebody says how it goes")
    recommendation: int | None = Field(description="id of the recommendation laid last")
    answer: str = Field(description="adopted, adopted_changed, rejected, returned, or empty")
    commitment: str = Field(description="the promise behind it, as written")
    commitment_status: str = Field(description="offered, accepted, kept, released, or empty")
    sources: list[str] = Field(description="public ids of the ledger rows that it came from")


class ItemStepOut(Schema):
    """One thing that happened to an item."""

    id: int = Field(description="unique")
    item: int = Field(description="id of the item")
    what: str = Field(
        description="made, changed, laid, answered, under_way, in_force, dropped or followed_up"
    )
    says: str = Field(description="as written")
    link: str = Field(description="address of what is in force; empty where there is none")
    on: date = Field(description="the day it is about")
    at: datetime = Field(description=WITH_TIME_ZONE)


class MoneyOut(Schema):
    """What money there is for a plan, as somebody said it; the newest holds."""

    id: int = Field(description="unique")
    document: str = Field(description="id of the text")
    kroner: int = Field(description="whole kroner")
    says: str = Field(description="what it may be used for, as written")
    said_by: str = Field(description="the body or budget that says so, as written")
    said_on: date = Field(description="the day it was said")


@listing(router, "/items", row=ItemOut)
def list_plan_items(request: MunicipalityRequest) -> Rows[Item]:
    """Items of plans, with the contributions that each came from; dropped ones too."""
    sources = ItemSource.objects.select_related("contribution").order_by("contribution__number")
    found = with_all(Item.objects.of(request.municipality))
    return Rows(
        found=found.select_related("document__initiative").prefetch_related(
            Prefetch("sources", sources)
        ),
        order=("pk",),
        out=item_out,
    )


@listing(router, "/items/steps", row=ItemStepOut)
def list_plan_steps(request: MunicipalityRequest) -> Rows[ItemStep]:
    """Everything that happened to items of plans, the first thing first; never who said it."""
    return Rows(found=ItemStep.objects.of(request.municipality), order=("pk",), out=step_out)


@listing(router, "/money", row=MoneyOut)
def list_plan_money(request: MunicipalityRequest) -> Rows[Money]:
    """What was said about money for plans."""
    found = Money.objects.of(request.municipality).select_related("document")
    return Rows(found=found, order=("pk",), out=money_out)


def item_out(item: Item) -> ItemOut:
    """An item as open data; those who gave its sources are in the ledger, and never by name."""
    return ItemOut(
        id=item.pk,
        document=str(item.document.public_id),
        paragraph=str(item.paragraph.public_id),
        initiative=item.document.initiative.slug,
        number=item.number,
        title=item.title,
        text=getattr(item, "text", "") or "",
        cost_kroner=item.cost_kroner,
        responsible=responsible_for(item),
        due_on=item.due_on,
        state=item.state,
        in_force_on=item.in_force_on,
        follow_up_on=item.follow_up_on,
        recommendation=item.recommendation_id,
        answer=item.recommendation.answer if item.recommendation else "",
        commitment=item.commitment.what if item.commitment else "",
        commitment_status=item.commitment.status if item.commitment else "",
        sources=[str(source.contribution.public_id) for source in item.sources.all()],
    )


def step_out(step: ItemStep) -> ItemStepOut:
    """A step as open data."""
    return ItemStepOut(
        id=step.pk,
        item=step.item_id,
        what=step.what,
        says=step.says,
        link=step.link,
        on=step.on,
        at=step.at,
    )


def money_out(money: Money) -> MoneyOut:
    """What was said about money, as open data."""
    return MoneyOut(
        id=money.pk,
        document=str(money.document.public_id),
        kroner=money.kroner,
        says=money.says,
        said_by=money.said_by,
        said_on=money.said_on,
    )
