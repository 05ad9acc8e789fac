"""Photos: a strip of thumbnails with the button that takes the next one."""

from __future__ import annotations

from pathlib import Path

from kivy.core.image import Image as CoreImage
from kivy.graphics import InstructionGroup, Rectangle, StencilPop, StencilPush, StencilUnUse, StencilUse
from kivy.properties import ListProperty, ObjectProperty, StringProperty
from kivy.uix.scrollview import ScrollView

from mobile.views.parts import PhotoView
from mobile.widgets import kv
from mobile.widgets.marks import draw
from mobile.widgets.paint import Touchable


class PhotoTile(Touchable):
    """A thumbnail with its state on it; the middle of the picture, cut to the tile."""

    view = ObjectProperty(PhotoView(), rebind=True)
    texture = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: object) -> None:
        self._layer = InstructionGroup()
        self._box = (0.0, 0.0, 0.0, 0.0)
        super().__init__(**kwargs)
        self.canvas.add(self._layer)
        for name in ("view", "size", "pos"):
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
        left, low = (whole.width - width) / 2, (whole.height - height) / 2
        self.texture = whole.get_region(left, low, width, height)
        scale = self.width / width
        self._box = (self.x - left * scale, self.y - low * scale, whole.width * scale, whole.height * scale)
        self._mark()

    def _mark(self, *_: object) -> None:
        """Draw the marks over the cut picture; those that lie outside of the tile are cut with it."""
        self._layer.clear()
        if self.texture is None or not self.view.marks:
            return
        self._layer.add(StencilPush())
        self._layer.add(Rectangle(pos=self.pos, size=self.size))
        self._layer.add(StencilUse())
        draw(self._layer, self.view.marks, self._box)
        self._layer.add(StencilUnUse())
        self._layer.add(Rectangle(pos=self.pos, size=self.size))
        self._layer.add(StencilPop())


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
