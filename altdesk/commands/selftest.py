"""`altdesk self-test`: the program looks at itself."""

from __future__ import annotations

from altdesk import selftest
from altdesk.commands.answer import Answer
from altdesk.domain.marking import N_
from altdesk.i18n import Translator


def self_test(say: Translator, shown: selftest.Shown) -> Answer:
    """Every check with its outcome; code 1 when one failed."""
    checks = selftest.run(shown)
    failed = [check for check in checks if not check.passed]
    lines = [f"{'ok' if check.passed else 'FAILED'}  {check.name}: {check.said}" for check in checks]
    whole = say(N_("The program is whole.")) if not failed else say(N_("%(count)s checks failed."), count=len(failed))
    data = {
        "ok": not failed,
        "checks": [{"name": check.name, "ok": check.passed, "said": check.said} for check in checks],
    }
    return Answer(data, [*lines, whole], 1 if failed else 0)
