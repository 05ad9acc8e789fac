"""What each screen is for, in one card: what is seen here, what to do, what is safe. One field for each screen."""

from __future__ import annotations

from mobile.text.family import Family


class HelpTexts(Family):
    """The cards, named like the screens of `mobile.app`."""

    title: str
    enrol: str
    rounds: str
    checklist: str
    item: str
    finish: str
    record: str
    hazards: str
    hazard: str
    unit: str
    notice: str
    line: str
    paper: str
    rechecks: str
    report: str
    memo: str
    recheck: str
    sync: str
    settings: str
    draw: str
    who: str
    pin: str
    shift: str
    closing: str
    scan: str
    excuse: str
    access: str
    admit: str

    def of(self, screen: str) -> str:
        """Return the card of a screen; empty for a screen that has none."""
        return str(getattr(self, screen, ""))


ZH = HelpTexts(
    title="这一页做什么",
    enrol="第一次使用时登记这台平板。请向办公室要登记码和服务器地址，连上网络后输入。登记以后，全部工作都可以离线完成。",
    rounds="今天要走的巡检，按到期时间排列；超时和漏检的排在前面。点一行就开始或继续。隐患复查在第三栏，走完的在第二栏。"
    "没有网络也能全部完成，有网络时自动上传。",
    checklist="逐项点“合格”就行，点一下就已存好，不用另外保存。不合格的，在下面直接拍照、选说法、写处理措施。"
    "下方按钮带您到下一个没填的项目。点错了可以撤销，退出也不会丢。",
    item="一个项目的全部内容：结果、读数、照片、说明、处理措施，还有上几次的情况。左右两个按钮换到上一项、下一项。",
    finish="提交前看一遍：不合格项、还缺什么、谁要签名。签好名再提交。提交后记录不能再改，要更正就另交一版。",
    record="已提交的记录。这里看得到它和它的照片到了哪里：在这台平板，还是已到服务器。被退回的，可以在这里更正后再交。",
    hazards="您负责的地方还没有销项的隐患，按整改期限排列。点一行看详情、照片和经过，到期的请去复查。",
    hazard="一处隐患的全部经过：发现、通知、回复、复查。下面的按钮是您现在能做的事。",
    unit="对一个单位做防火检查以前，先选检查表、受检单位和检查的部分，再选同行人员。两台平板一起检查时，填同一个检查编号。",
    notice="当场开具火险隐患整改通知书。逐条写整改要求、期限和责任人，双方签名后签发。没有网络也能开，编号用本机领到的号段。",
    line="通知书上的一条：等级、整改要求、期限、责任人和依据。期限只给建议，要您自己点选。",
    paper="文书按打印的样子显示，点一下放大。可以分享 PDF、打印；对方还没有签收的，在这里签名或记录拒签。",
    rechecks="一份通知书的隐患一次复查完：每处对照整改前的照片选结果、拍照。最后签一次名，全部提交。",
    report="检查表以外看到的隐患，在这里登记：写一句、拍一张、选地点就行。登记后由检查负责人确认。",
    memo="随手记一笔，不算隐患：写一句或拍一张，可以选地点。存好后会传到办公室。",
    recheck="复查只看当时不合格的项目。对照整改前的照片，选结果、拍照、签名。自己修的要由别人来复查。",
    sync="这台平板上还有什么没有上传、从什么时候开始等、上次为什么没成、下次什么时候再试。不用管它，有网络会自动上传；"
    "没上传的都在平板里，不会丢。",
    settings="换语言、字号和显示方式，马上生效。下面是这台平板的情况，打电话找办公室时用得着。",
    who="几个人合用一台平板时，先说明是谁在用：点名字，输密码。之后的记录和签名都算这个人的。"
    "别人没走完的巡检仍写着他的名字，不会丢。",
    pin="换一个平板密码：先输现在的，再输两次新的。密码只用来分清合用平板的人，请不要告诉别人。",
    shift="开工前看一遍平板：电量、相机、空间、时钟、检查表、标签、未上传的工作。能处理的先处理，有问题也可以开工，情况会记下来。",
    closing="下班前核对：这个班做的每一份记录、每一张照片，服务器上是不是都有。差异逐条列出，说明原因和办法；签名后交班。",
    draw="在照片上圈出问题：先选箭头、圈、画笔、文字或编号，再在照片上拖动或点一下。画一笔存一笔，点错了撤销；原照片不会改动。",
    scan="扫点位上的二维码，或把平板靠近 NFC 标签：该做的巡检马上打开；已经做过、是别人的、标签停用或不认识，这里会说明怎么办。"
    "扫不了就输入标签上的编号，记录里会注明。",
    excuse="这次巡检做不了时，选原因、拍照、写说明，提交给办公室批准。没有网络也能提交；批准以前仍算待执行，批准以后不算漏检。",
    access="机房的出入登记：谁在里面、谁来过、为什么、谁批准的。自己进出点一下就行；外来人员点“登记外来人员”。离开一定要登记。",
    admit="登记一个要进机房的人。维修、管理人员可以直接进；其他人要先经批准，写明批准人。没有批准的，点右上角“不准进入”记下来。",
)


EN = HelpTexts(
    title="What this screen is for",
    enrol="Enrols this tablet, once. Ask the office for the code and the server's address and enter them with a network at "
    "hand. After that all work can be done offline.",
    rounds="Today's rounds by due time; late and missed ones come first. Tap a row to start or to go on. Rechecks are in the "
    "third tab, what is done in the second. Everything works offline and is sent by itself when there is a network.",
    checklist="Tap Pass item by item; each tap is on disk at once, there is nothing to save. A fail asks for its photo, words and "
    "action right under it. The button below leads to the next open item. Taps can be undone, and leaving loses nothing.",
    item="Everything about one item: result, reading, photos, note, action, and how it was the last times. The two buttons below "
    "lead to the item before and the next.",
    finish="A last look before you submit: what failed, what is missing, who signs. A submitted record never changes; a correction "
    "is sent as another version.",
    record="A submitted record. It says where the record and its photos are: on this tablet or on the server. A returned one can be "
    "amended here and sent again.",
    hazards="The open hazards of your places, by deadline. Tap one for details, photos and history, and recheck what is due.",
    hazard="All that happened to one hazard: found, notice, reply, recheck. The buttons below are what you can do now.",
    unit="Before a unit is inspected: choose form, unit, parts and who comes along. Two tablets on one inspection carry the same "
    "inspection number.",
    notice="Issues a rectification notice on the spot: measures, deadline and person line by line, then both sign. Works offline "
    "with the numbers that this tablet was given.",
    line="One line of the notice: grade, measures, deadline, person, rule broken. Deadlines are only suggested; you choose.",
    paper="The paper as it will be printed; tap it to see it larger. Share it as a PDF or print it; a receipt or refusal that is still open is given here.",
    rechecks="All hazards of one notice rechecked at once: a result and a photo for each, beside the photo before. Sign once, submit "
    "all.",
    report="A hazard seen outside of a checklist: a sentence, a photo and the place will do. A lead inspector confirms it.",
    memo="A quick note that is no hazard: a sentence or a photo, with a place if there is one. The office gets it.",
    recheck="A recheck asks only about what had failed. Compare with the photo from before, choose the result, take a photo, sign. "
    "Who did the repair does not recheck it.",
    sync="What still waits on this tablet, since when, why the last try failed and when the next one is. Nothing has to be done: it is "
    "sent when there is a network, and until then it is safe here.",
    settings="Language, text size and look; they take effect at once. Below is what this tablet is, for a call to the office.",
    who="Where several people share a tablet, say who holds it: tap a name, enter the PIN. Records and signatures are then"
    " this person's. A round that somebody else has not finished keeps that name; nothing is lost.",
    pin="Choose another tablet PIN: the present one first, then the new one twice. It only tells apart who shares the tablet;"
    " keep it to yourself.",
    shift="Look the tablet over before work: battery, camera, space, clock, checklists, tags, unsent work. Put right what you can;"
    " you may begin all the same, and how things were is recorded.",
    closing="Before you go: is every record and every photo of this shift on the server? Each difference is named with the reason"
    " and what to do; then sign and hand over.",
    draw="Show on the photo what is wrong: choose arrow, circle, pen, words or number, then drag or tap on the photo. Each mark "
    "is kept at once and can be undone; the photo itself is not changed.",
    scan="Scan the QR code of a point, or hold the tablet to its NFC tag: the round that is due opens at once. If it was done, is"
    " somebody else's, or the tag is retired or unknown, this screen says what to do. A number that is typed instead is flagged.",
    excuse="When a round cannot be done: choose why, take a photo, add a word, and send it to the office for approval. It works"
    " offline; until it is approved the round stays to do, and then it does not count as missed.",
    access="The machine room's access log: who is inside, who was, why, with whose approval. Log yourself in and out with one tap;"
    " use the other button for people from outside. Always log the leaving.",
    admit="Somebody who wants to enter a machine room. Repair and management staff enter freely; everybody else needs approval"
    " first: write who approved. Who has none is turned away, at the top right.",
)
