"""Any file a camera or a person brings: made into one good JPEG, or refused honestly with the file left alone."""

import io
import struct

import pytest
from PIL import Image

from mobile.device.picture import LONGEST_SIDE, shrink
from shared.errors import EvidenceMissingError, StoreError
from tests.mobile.scene import a_jpeg


def shown(picture):
    return Image.open(io.BytesIO(picture.jpeg))


@pytest.mark.parametrize(
    "name", ["电梯机房 灭火器😀.jpg", "no extension", "photo.jpg.jpg", ".jpg", "DCIM (1).HEIC", "x" * 200]
)
def test_what_a_file_is_called_never_matters(tmp_path, name):
    (tmp_path / name).write_bytes(a_jpeg())

    assert shrink(tmp_path / name).width == 64


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "GIF", "TIFF"])
def test_other_kinds_of_pictures_become_jpegs(tmp_path, kind):
    Image.new("RGB", (40, 30), "maroon").save(tmp_path / "picture", kind)

    assert shown(shrink(tmp_path / "picture")).format == "JPEG"


def test_cmyk_becomes_rgb_with_its_colours(tmp_path):
    Image.new("RGB", (32, 32), (200, 30, 30)).convert("CMYK").save(tmp_path / "print.jpg", quality=95)

    red, green, blue = shown(shrink(tmp_path / "print.jpg")).convert("RGB").getpixel((16, 16))

    assert red > 150
    assert max(green, blue) < 90


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off(tmp_path):
    deep = Image.new("I;16", (32, 32))
    deep.putdata([32_768] * (32 * 32))
    deep.save(tmp_path / "deep.png")

    assert 120 <= shown(shrink(tmp_path / "deep.png")).getpixel((16, 16))[0] <= 136


def test_what_is_transparent_becomes_white(tmp_path):
    Image.new("RGBA", (32, 32), (0, 0, 0, 0)).save(tmp_path / "clear.png")

    assert min(shown(shrink(tmp_path / "clear.png")).getpixel((16, 16))) > 250


def test_huge_and_broken_camera_data_do_not_matter(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x927C] = b"\xff" * 60_000  # a maker's note
    picture = Image.new("RGB", (64, 48), "maroon")
    picture.save(tmp_path / "huge.jpg", exif=exif)
    broken = a_jpeg()
    segment = b"Exif\0\0MM\0*\xff\xff\xff\xff"
    (tmp_path / "broken.jpg").write_bytes(
        broken[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + broken[2:]
    )

    assert shown(shrink(tmp_path / "huge.jpg")).size == (48, 64)
    assert len(shrink(tmp_path / "huge.jpg").jpeg) < 5_000
    assert shown(shrink(tmp_path / "broken.jpg")).size == (64, 48)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture at all",
        a_jpeg((640, 480))[:2_000],
        b"\0\0\0\x20ftypheic\0\0\0\0mif1heic" + b"\0" * 400,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"GIF89a" + b"\0" * 5,
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
    ],
    ids=["empty", "words", "cut off", "heic", "broken png", "broken gif", "postscript"],
)
def test_what_cannot_be_read_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / "source.jpg").write_bytes(content)

    with pytest.raises(EvidenceMissingError):
        shrink(tmp_path / "source.jpg")

    assert (tmp_path / "source.jpg").read_bytes() == content


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path):
    with pytest.raises(StoreError):
        shrink(tmp_path / "gone.jpg")


def test_a_panorama_keeps_its_shape(tmp_path):
    (tmp_path / "wide.jpg").write_bytes(a_jpeg((6000, 400)))

    picture = shrink(tmp_path / "wide.jpg")

    assert (picture.width, picture.height) == (LONGEST_SIDE, round(400 * LONGEST_SIDE / 6000))
