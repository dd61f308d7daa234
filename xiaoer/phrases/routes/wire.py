"""What the routes of phrases make of a body."""

from xiaoer.phrases.models import Changing
from xiaoer.phrases.schemas.care import CareIn
from xiaoer.phrases.service.caring import Care, Link


def care_of(body: CareIn) -> Care:
    links = [Link(Changing(each.kind), each.ref, each.name) for each in body.links]
    return Care(**body.model_dump(exclude={"links"}), links=links)
