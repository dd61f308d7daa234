"""How much each way of being alike counts. Tuned on one half of `bench/pairs`."""

from collections.abc import Mapping

from xiaoer.knowledge.ranking.features import Channel

WEIGHTS: Mapping[Channel, float] = {
    Channel.MEANINGS: 0.21,
    Channel.ASKING: 0.02,
    Channel.CHARACTERS: 0.05,
    Channel.SOUNDS: 0.03,
    Channel.ANSWER: 0.02,
}
SENSE = 0.67
"""The rest: all together are 1, so a score lies between 0 and 1."""

ANSWERS = 0.5
"""From this score on a found article is taken for an answer; below it the question is a gap."""
