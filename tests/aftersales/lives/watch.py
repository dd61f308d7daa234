"""What is true of an order, its cases and their money at every moment (aftersales.md A.5)."""

from tests.aftersales.lives.watch_cases import CaseWatch
from tests.aftersales.lives.watch_goods import GoodsWatch
from tests.aftersales.lives.watch_money import MoneyWatch
from tests.aftersales.lives.watch_shares import ShareWatch
from xiaoer.core.remembering import once_each


class Watch(MoneyWatch, ShareWatch, GoodsWatch, CaseWatch):
    """Looks at one order after every step."""

    def look(self) -> None:
        with once_each(self.session):  # nothing changes while it looks
            self._look()

    def _look(self) -> None:
        self.read()
        self.money()
        self.payouts()
        self.shares()
        self.units()
        self.destinations()
        self.provider_agrees()
        self.goods()
        self.decisions()
        for case in self.cases:
            self.case(case)
