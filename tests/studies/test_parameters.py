"""What was chosen is listed with the value in force."""

from analysis.measures import bootstrap
from analysis.studies.parameters import PARAMETERS


def test_every_parameter_is_listed_with_its_value_and_what_it_does(harbour):
    table = harbour.report.results["parameters"].set_index("parameter")
    assert set(table.index) == set(PARAMETERS)
    assert table.loc["seed", "value"] == str(bootstrap.SEED), "every digit, or nobody can run it again"
    assert {name: float(value) for name, value in table["value"].items()} == {
        name: float(value) for name, (value, _) in PARAMETERS.items()
    }
    assert (table["meaning"] != "").all()


def test_parameters_are_the_same_for_every_corpus(harbour, published):
    assert harbour.report.results["parameters"].equals(published.report.results["parameters"])
