"""Static files under names that say what is in them."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As whitenoise keeps them; an address that was looked up once is known from then on.

    A running process serves one release, so its addresses do not change.
    """

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)
        self.address_of: dict[str | None, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file, with the mark of what is in it."""
        if name not in self.address_of:
            self.address_of[name] = super().url(name, force)
        return self.address_of[name]
