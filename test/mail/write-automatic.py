"""Letters that machines write, in the shapes in which real servers write them: python3 test/mail/write-automatic.py"""
from email.utils import format_datetime
from datetime import datetime, timedelta, timezone
from pathlib import Path

folder = Path(__file__).parent / "automatic"
ours = "<result.PYC-2026-000001.00000000000000000000000000000000@kiengiang.gov.vn>"
to = "ttcntttt@kiengiang.gov.vn"
unit = "snv@kiengiang.gov.vn"
date = format_datetime(datetime(2026, 11, 24, 10, 2, 11, tzinfo=timezone(timedelta(hours=7))))
trace = f"""Received: from mail.kiengiang.gov.vn (localhost [127.0.0.1])
\tby mail.kiengiang.gov.vn (Postfix) with ESMTP id 4XyZ1b2Cd3
\tfor <{to}>; {date}
"""


def letter(name, head, body, path=unit, sender=f"So Noi vu <{unit}>"):
    text = f"""Return-Path: <{path}>
{trace}Date: {date}
From: {sender}
To: {to}
Message-ID: <{name}@example.vn>
MIME-Version: 1.0
{head.strip()}

{body.strip()}
"""
    (folder / f"{name}.eml").write_bytes(text.replace("\n", "\r\n").encode())


def reply(name, head, **more):
    plain = "Content-Type: text/plain; charset=utf-8\nSubject: Automatic reply\n" + head.strip()
    letter(name, plain + f"\nIn-Reply-To: {ours}", "Toi di vang den thu Hai. De nghi cap moi hop thu sau.", **more)


def report(name, parts, kind="delivery-status", head="", path="", sender="Mail Delivery System <MAILER-DAEMON@example.vn>"):
    body = "".join(f"--zz/{name}\nContent-Type: {type}\n\n{text.strip()}\n\n" for type, text in parts)
    top = f'Subject: Report\nContent-Type: multipart/report; report-type={kind};\n\tboundary="zz/{name}"\n{head}'
    letter(name, top, body + f"--zz/{name}--", path, sender)


sent = f"""Received: from kiengiang.gov.vn (unknown [10.1.1.9]) by mail.kiengiang.gov.vn with ESMTPSA; {date}
From: Trung tam <{to}>
To: {unit}
Subject: ket qua
Message-ID: {ours}
MIME-Version: 1.0
Content-Type: text/plain"""
whole = sent + "\n\nKinh gui So Noi vu"


def status(action, code, diagnostic, mta="dns; mail.kiengiang.gov.vn"):
    return f"""Reporting-MTA: {mta}
Arrival-Date: {date}

Final-Recipient: rfc822; {unit}
Original-Recipient: rfc822;{unit}
Action: {action}
Status: {code}
Diagnostic-Code: smtp; {diagnostic}"""


folder.mkdir(exist_ok=True)
full = "552 5.2.2 <snv@kiengiang.gov.vn> Quota exceeded (mailbox\n    for user is full)"
words = ("text/plain; charset=utf-8", "I'm sorry to have to inform you that your message could not be delivered.")

# Bounces.
report("bounce-postfix", [words, ("message/delivery-status", status("failed", "5.2.2", full)), ("message/rfc822", whole)],
       head="Auto-Submitted: auto-replied")
report("bounce-exchange", [
    ("text/html; charset=utf-8", "<html><body><p>Delivery has failed to these recipients: <b>So Noi vu</b></p></body></html>"),
    ("message/delivery-status", status("failed", "5.1.1", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", "dns;EX01.kiengiang.gov.vn")),
    ("message/rfc822", whole)],
    head="X-MS-Exchange-Message-Is-Ndr:\nContent-Language: en-US\nX-Auto-Response-Suppress: DR, OOF, AutoReply",
    sender="Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@kiengiang.gov.vn>")
report("bounce-gmail", [
    ("multipart/related; boundary=\"inner\"", "--inner\nContent-Type: text/plain; charset=UTF-8\n\n** Address not found **\n--inner--"),
    ("message/delivery-status", status("failed", "5.1.1", "550-5.1.1 The email account that you tried to reach does not exist.", "dns; googlemail.com")),
    ("message/rfc822", whole)],
    head="Auto-Submitted: auto-replied\nX-Failed-Recipients: " + unit,
    sender="Mail Delivery Subsystem <mailer-daemon@googlemail.com>")
report("bounce-exim", [words, ("message/delivery-status", status("failed", "5.0.0", "550 no such user")), ("message/rfc822", whole)],
       head="Auto-Submitted: auto-replied\nX-Failed-Recipients: " + unit)
report("bounce-headers-only", [words, ("message/delivery-status", status("failed", "5.7.1", "554 5.7.1 refused")),
                               ("text/rfc822-headers; charset=us-ascii", sent)])
report("bounce-of-another", [words, ("message/delivery-status", status("failed", "5.1.1", "550 unknown")),
                             ("message/rfc822", whole.replace("result.PYC", "other.PYC"))])
# What arrives all the same, or may.
report("delay-postfix", [words, ("message/delivery-status", status("delayed", "4.4.1", "connect to mx: Connection timed out")),
                         ("text/rfc822-headers", sent)], head="Auto-Submitted: auto-replied")
report("delivered-postfix", [words, ("message/delivery-status", status("delivered", "2.0.0", "250 2.0.0 saved")),
                             ("text/rfc822-headers", sent)], head="Auto-Submitted: auto-replied")
report("receipt-outlook", [
    ("text/plain; charset=utf-8", "Your message was read."),
    ("message/disposition-notification", f"Reporting-UA: Outlook\nFinal-Recipient: rfc822;{unit}\nOriginal-Message-ID: {ours}\n"
     "Disposition: manual-action/MDN-sent-manually; displayed"),
    ("text/rfc822-headers", sent)], kind="disposition-notification", path=unit, sender=f"So Noi vu <{unit}>")

# Automatic replies.
reply("oof-exchange", "auto-submitted: auto-generated\nX-MS-Exchange-Inbox-Rules-Loop: snv@kiengiang.gov.vn\nX-Auto-Response-Suppress: All", path="")
reply("oof-office365", "auto-submitted: auto-generated\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\nPrecedence: bulk")
reply("vacation-dovecot-sieve", "X-Sieve: Pigeonhole Sieve 0.5.19\nAuto-Submitted: auto-replied (vacation)\nPrecedence: bulk", path="")
reply("vacation-gmail", "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied")
reply("vacation-zimbra", "Auto-Submitted: auto-replied (zimbra; vacation)\nPrecedence: bulk\nX-Mailer: Zimbra")
reply("vacation-mdaemon", "X-MDaemon-Autoresponder: Yes\nX-Autoresponder: yes\nPrecedence: bulk")
reply("vacation-cpanel", "X-Autorespond: Re: ket qua\nPrecedence: auto_reply\nX-Precedence: auto_reply")
reply("vacation-old-qmail", "Delivered-To: Autoresponder\nPrecedence: junk")
reply("vacation-webmail", "X-Autoreply: yes")
reply("vacation-roundcube-plugin", "X-Auto-Reply: vacation")
reply("ticket-system", "Auto-Submitted: auto-generated\nX-OTRS-Loop: True")

# Lists.
listed = "Content-Type: text/plain; charset=utf-8\nSubject: De nghi cap moi hop thu\n"
letter("list-mailman", listed + "Precedence: list\nList-Id: Can bo <can-bo.kiengiang.gov.vn>\nList-Post: <mailto:can-bo@kiengiang.gov.vn>", "De nghi cap moi")
letter("list-google-groups", listed + "Precedence: list\nMailing-list: list can-bo@googlegroups.com\nList-ID: <can-bo.googlegroups.com>", "De nghi cap moi")
letter("list-ezmlm", listed + "Mailing-List: contact can-bo-help@kiengiang.gov.vn; run by ezmlm\nDelivered-To: mailing list can-bo@kiengiang.gov.vn", "De nghi cap moi")
letter("list-sympa", listed + "X-Loop: can-bo@kiengiang.gov.vn\nPrecedence: list\nList-Id: <can-bo.kiengiang.gov.vn>", "De nghi cap moi")
letter("list-post-only", listed + "List-Post: <mailto:can-bo@kiengiang.gov.vn>", "De nghi cap moi")
