"""What is said about drawing on a photo and about comparing two."""

from __future__ import annotations

from mobile.text.family import Family


class DrawTexts(Family):
    """The words of one language."""

    title: str
    open: str
    arrow: str
    circle: str
    pen: str
    text: str
    number: str
    red: str
    yellow: str
    blue: str
    undo: str
    nothing: str
    drawn: str
    text_title: str
    text_hint: str
    full: str
    compare: str
    compare_hint: str
    compare_share: str
    stand: str
    shoot: str


ZH = DrawTexts(
    title="照片标注",
    open="标注",
    arrow="箭头",
    circle="圈出",
    pen="画笔",
    text="文字",
    number="编号",
    red="红",
    yellow="黄",
    blue="蓝",
    undo="撤销",
    nothing="在照片上拖动手指就能标出来，原照片不会改动。",
    drawn="已标 {count} 处，已存本机",
    text_title="写在照片上的字",
    text_hint="例如：压力表读数为零",
    full="一张照片最多标 {most} 处",
    compare="与整改前对比",
    compare_hint="左右滑动：看整改前，或整改后",
    compare_share="整改前 {share}%",
    stand="请站在和整改前照片一样的位置、一样的角度拍，复查的人才好对比。",
    shoot="对着这个位置拍",
)
EN = DrawTexts(
    title="Mark the photo",
    open="Mark",
    arrow="Arrow",
    circle="Circle",
    pen="Pen",
    text="Words",
    number="Number",
    red="Red",
    yellow="Yellow",
    blue="Blue",
    undo="Undo",
    nothing="Drag a finger over the photo to mark it. The photo itself is not changed.",
    drawn="marks: {count}, saved on this tablet",
    text_title="Words on the photo",
    text_hint="For example: the gauge reads zero",
    full="A photo takes at most {most} marks",
    compare="Compare with before",
    compare_hint="Slide to see it before or after",
    compare_share="Before {share}%",
    stand="Stand where the photo from before was taken and take it from the same angle, so that both can be compared.",
    shoot="Take it from here",
)
