"""The message a customer would get for a step that is not taken yet."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CasePlace, ReturnMethod
from xiaoer.aftersales.service import wording
from xiaoer.aftersales.service.foretelling import Way
from xiaoer.aftersales.service.wording import SENDING, WHERE, Facts
from xiaoer.core import clock
from xiaoer.core.money import Money as Amount
from xiaoer.notices import service as notices
from xiaoer.orders.models import Order
from xiaoer.payments.models import InstrumentKind


class _Left(dict[str, str]):
    """Leaves what is not known yet as the form's own `{name}`."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def message(
    session: Session, case: Case, code: str, cents: int, hours: int, ways: Sequence[Way]
) -> str | None:
    """Its words in the customer's language, filled as far as can be known: the rest is what the
    person who does it will enter. None for a customer nobody can write to."""
    if case.customer_id is None:
        return None
    language, zone = wording.language_of(session, case), wording.zone_of(session, case)
    words = notices.words_for(session, case.shop_id, code, language)
    if words is None:
        return None
    facts = Facts(session, case, language, zone, {})
    now = clock.now()
    facts.told["number"] = str(case.number)
    if cents > 0:
        facts.told["amount"] = str(Amount(cents, case.currency))
    if hours:
        facts.told["until"] = facts.moment(now + timedelta(hours=hours))
    if code in ("case_refunded", "case_compensated"):
        late = max((each.arrives_to_hours for each in ways), default=0)
        comma = facts.say(("、", ", "))
        named = comma.join(dict.fromkeys(each.label for each in ways))
        facts.told["where"] = named or facts.say(WHERE[InstrumentKind.SOURCE])
        facts.told["arrives_by"] = facts.day(now + timedelta(hours=late))
        facts.told["order_no"] = session.get_one(Order, case.order_id).order_no
    if code == "case_return_agreed":
        _place(facts)
    return words.text.format_map(_Left(facts.told))


def _place(facts: Facts) -> None:
    """The address is chosen with the approval; told here where the case has one."""
    case = facts.case
    facts.told["send"] = facts.say(SENDING[case.return_method or ReturnMethod.SELF_SHIP])
    found = facts.session.get(CasePlace, case.place_id) if case.place_id else None
    if found is not None:
        facts.told |= {name: getattr(found, name) for name in ("recipient", "phone", "address")}
