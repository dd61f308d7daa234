"""No input makes a 500: the reads of the API."""

import pytest
from schemathesis.checks import not_a_server_error

from tests.app.fuzzing import generated, schema, signed_in

pytestmark = pytest.mark.slow

__all__ = ["signed_in"]


@schema.include(method="GET").parametrize()
@generated
def test_no_input_makes_a_500(case, signed_in):
    case.call_and_validate(checks=[not_a_server_error])
