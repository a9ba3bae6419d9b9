"""Lots and suppliers as the baselines see them, whatever the file they come from."""
from dataclasses import dataclass, field


@dataclass
class Place:
    """Where a lot is to be performed."""

    departements: list
    # (latitude, longitude) of the commune, or None.
    centre: tuple = None


@dataclass
class Lot:
    id: str
    title: str
    description: str = ""
    # As published, main first.
    cpv: list = field(default_factory=list)
    place: Place = None


@dataclass
class Supplier:
    # What a ranking is about: the key that `passerelle match` prints as `siret` or `structure`.
    key: str
    siren: str
    name: str
    description: str = ""
    sectors: list = field(default_factory=list)
    departement: str = ""
    centre: tuple = None
    # `km:NN`, `dep:40,64`, `reg:75`, `france` or empty: none declared.
    perimeter: str = ""
