"""Photos: a strip of thumbnails with the button that takes the next one."""

from __future__ import annotations

from pathlib import Path

from kivy.core.image import Image as CoreImage
from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.scrollview import ScrollView

from mobile.views.parts import PhotoView
from mobile.widgets import kv
from mobile.widgets.paint import Touchable


class PhotoTile(Touchable):
    """A thumbnail with its state on it; the middle of the picture, cut to the tile."""

    view = ObjectProperty(PhotoView(), rebind=True)
    texture = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        for name in ("view", "size"):
            self.fbind(name, self._cut)
        self._cut()

    def _cut(self, *_: object) -> None:
        source = self.view.thumb
        whole = CoreImage(source, nocache=True).texture if source and Path(source).exists() else None
        if whole is None or not self.height:
            self.texture = None
            return
        share = self.width / self.height
        width = min(whole.width, whole.height * share)
        height = width / share
        self.texture = whole.get_region((whole.width - width) / 2, (whole.height - height) / 2, width, height)


class AddPhoto(Touchable):
    """The tile that opens the camera."""

    words = StringProperty("")


class PhotoRow(ScrollView):
    """Photos side by side, to look at. Event: on_show(key). Takes no room without photos."""

    __events__ = ("on_show",)
    photos = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fbind("photos", self._fill)
        self._fill()

    def _fill(self, *_: object) -> None:
        """Keep the tiles that are there; a photo seldom changes, and making a texture is dear."""
        row = self.ids.get("row")
        if row is None:
            return
        tiles = {tile.view.key: tile for tile in row.children if isinstance(tile, PhotoTile)}
        wanted = {view.key for view in self.photos}
        for key, tile in tiles.items():
            if key not in wanted:
                row.remove_widget(tile)
        for view in self.photos:
            if view.key in tiles:
                tiles[view.key].view = view
                continue
            tile = PhotoTile(view=view)
            tile.bind(on_release=lambda shown: self.dispatch("on_show", shown.view.key))
            row.add_widget(tile)

    def on_show(self, key: str) -> None: ...


class PhotoStrip(PhotoRow):
    """Photos with the camera before them. Event: on_add."""

    __events__ = ("on_add",)
    add_words = StringProperty("")

    def on_add(self) -> None: ...


kv.load(__file__)
