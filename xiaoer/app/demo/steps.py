"""What shoppers, staff, couriers and the payment provider do in the cases of the demo."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from xiaoer.aftersales import queries
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import (
    CaseKind,
    EvidenceKind,
    InterceptionState,
    OfferKind,
    Party,
    Reason,
)
from xiaoer.app.demo.scene import Scene
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.service import submitting

COURIERS = (("顺丰速运", "SF"), ("圆通速递", "YT"), ("中通快递", "ZT"))


def _approve(scene: Scene, login: str = "qinghe") -> None:
    aftersales.approve(
        scene.session,
        scene.by(login),
        case_id=scene.case.id,
        version=scene.case.version,
        cents=scene.case.requested_cents,
        reasonable=True,
        conditions_met=True,
    )


def _ask_second(scene: Scene) -> None:
    _approve(scene, "yunyun")


def _refuse(scene: Scene) -> None:
    agent = scene.by("yunyun")
    kinds = [EvidenceKind.ITEM_PHOTO]
    if scene.case.reason is Reason.EMPTY_PARCEL:
        kinds.append(EvidenceKind.DELIVERY_PROOF)
    aftersales.refuse(
        scene.session,
        agent,
        case_id=scene.case.id,
        version=scene.case.version,
        reason="not_as_claimed",
        words="您提供的照片看不出所说的问题，发货前我们拍过照，商品完好。可以补充凭证后修改申请。",
        proofs=[scene.proof(kind, agent) for kind in kinds],
    )


def _escalate(scene: Scene) -> None:
    aftersales.escalate(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        words="我收到就是这样的，商家不认，请平台判断。",
    )


def _show(scene: Scene) -> None:
    aftersales.add_evidence(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        proof=scene.proof(EvidenceKind.PACKAGE_PHOTO, scene.buyer),
    )


def _propose(scene: Scene) -> None:
    aftersales.propose(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        version=scene.case.version,
        cents=scene.case.requested_cents // 3,
        kind=CaseKind.REFUND_ONLY,
        words="商品您留着用，我们退您一部分可以吗？",
    )


def _retain(scene: Scene) -> None:
    aftersales.retain(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        version=scene.case.version,
        kind=OfferKind.COUPON,
    )


def _fast(scene: Scene) -> None:
    aftersales.fast_refund(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        version=scene.case.version,
        reason="老客户，退货已揽收",
    )


def _never(scene: Scene) -> None:
    """The parcel never comes: the deadline to receive it goes by."""
    due = scene.case.deadline_at
    if due is not None and due < scene.now:
        clock.advance(due + timedelta(minutes=1) - clock.now())
        aftersales.fire(scene.session, scene.case.id, due)


def _rule(scene: Scene) -> None:
    aftersales.rule(
        scene.session,
        scene.by("manager"),
        case_id=scene.case.id,
        version=scene.case.version,
        ruled_for=Party.BUYER,
        words="照片能看出问题，支持退款。",
        cents=scene.case.requested_cents,
    )


def _decline(scene: Scene) -> None:
    aftersales.decline(
        scene.session, scene.buyer, case_id=scene.case.id, version=scene.case.version
    )


def _accept(scene: Scene) -> None:
    aftersales.accept(scene.session, scene.buyer, case_id=scene.case.id, version=scene.case.version)


def _withdraw(scene: Scene) -> None:
    aftersales.withdraw(
        scene.session, scene.buyer, case_id=scene.case.id, version=scene.case.version
    )


def _send(scene: Scene) -> None:
    courier, code = scene.chance.choice(COURIERS)
    aftersales.ship_back(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        carrier=courier,
        tracking_no=f"{code}{scene.chance.randrange(10**11, 10**12)}",
    )


def _pickup(scene: Scene) -> None:
    begins = scene.now + timedelta(hours=20)
    aftersales.arrange_pickup(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        pickup={
            "begins": begins.isoformat(),
            "ends": (begins + timedelta(hours=4)).isoformat(),
            "courier": "顺丰速运",
        },
    )


def _scan(node: str) -> Callable[[Scene], None]:
    def told(scene: Scene) -> None:
        aftersales.report_return(scene.session, scene.by("laoli"), case_id=scene.case.id, node=node)

    return told


def _receive(scene: Scene, *, good: bool = True) -> None:
    keeper = scene.by("laoli")
    lines = [
        aftersales.Inspected(
            each.order_line_id,
            each.qty,
            each.qty if good else 0,
            each.qty if good else 0,
            "ok" if good else "damaged",
        )
        for each in queries.lines_of(scene.session, scene.case.id)
    ]
    photos = [] if good else scene.proof(EvidenceKind.INSPECTION_PHOTO, keeper).file_ids
    aftersales.receive(
        scene.session,
        keeper,
        case_id=scene.case.id,
        version=scene.case.version,
        lines=lines,
        file_ids=photos,
        note="" if good else "退回的商品有使用痕迹，包装缺失。",
    )


def _receive_bad(scene: Scene) -> None:
    _receive(scene, good=False)


def _replace(scene: Scene) -> None:
    courier, code = scene.chance.choice(COURIERS)
    aftersales.ship_replacement(
        scene.session,
        scene.by("laoli"),
        case_id=scene.case.id,
        version=scene.case.version,
        carrier=courier,
        tracking_no=f"{code}{scene.chance.randrange(10**11, 10**12)}",
    )


def _intercept(scene: Scene) -> None:
    aftersales.intercept(
        scene.session, scene.by("qinghe"), case_id=scene.case.id, version=scene.case.version
    )


def _not_stopped(scene: Scene) -> None:
    aftersales.answer_interception(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        state=InterceptionState.FAILED,
        words="已在派送，拦不下来",
    )


def _stopped(scene: Scene) -> None:
    aftersales.answer_interception(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        state=InterceptionState.SUCCEEDED,
        words="已拦截，退回发货地",
    )


def _money(verdict: Verdict) -> Callable[[Scene], None]:
    """What the payment provider said: the money is there, or it could not be paid."""

    def told(scene: Scene) -> None:
        session = scene.session
        query = select(Movement.id).where(
            Movement.reason_ref == scene.case.id, Movement.state == MovementState.SUBMITTED
        )
        for movement_id in session.scalars(query).all():
            done = verdict is Verdict.SETTLED
            answer = Answer(
                verdict=verdict,
                provider_ref=f"demo-{movement_id.hex[-12:]}" if done else "",
                failure="" if done else "card_closed",
            )
            submitting.record(session, system("payments"), movement_id, answer)
        aftersales.follow_money(session, scene.case.id)

    return told


STEPS: dict[str, Callable[[Scene], None]] = {
    "accept": _accept,
    "approve": _approve,
    "ask_second": _ask_second,
    "collected": _scan("collected"),
    "decline": _decline,
    "escalate": _escalate,
    "fast": _fast,
    "fail": _money(Verdict.FAILED),
    "intercept": _intercept,
    "never": _never,
    "not_stopped": _not_stopped,
    "on_the_way": _scan("in_transit"),
    "pickup": _pickup,
    "propose": _propose,
    "receive": _receive,
    "receive_bad": _receive_bad,
    "refuse": _refuse,
    "replace": _replace,
    "retain": _retain,
    "rule": _rule,
    "send": _send,
    "settle": _money(Verdict.SETTLED),
    "show": _show,
    "signed": _scan("signed"),
    "stopped": _stopped,
    "withdraw": _withdraw,
}
