#!/usr/bin/python3
"""Makes the signed PDFs beside it, and the trust roots: `python3 make.py` (Debian: python3-reportlab, python3-cryptography,
openssl). The PDFs are those of ../pdf and ../scan, and a page of reportlab; `openssl cms` signs them in an incremental
update that is written here. The private keys are thrown away, so that each run makes other files."""

import datetime
import os
import re
import subprocess
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from reportlab.pdfgen import canvas

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
ROOM = 12000  # Hexadecimal digits for a signature.


def path(name):
    return os.path.join(here, name)


# Certificates.


class Holder:
    """A certificate with its key, and the certificates above it but the root."""

    def __init__(self, name, issuer=None, key=None, ca=False, length=None, years=(2024, 2034), usage=True, hash=hashes.SHA256()):
        self.key = key or rsa.generate_private_key(65537, 2048)
        subject = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, 'VN'), x509.NameAttribute(NameOID.COMMON_NAME, name)])
        above = issuer or self
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(above.certificate.subject if issuer else subject)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(datetime.datetime(years[0], 1, 1))
            .not_valid_after(datetime.datetime(years[1], 1, 1))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), False)
            .add_extension(x509.BasicConstraints(ca, length), True)
        )
        if usage:
            certificate = certificate.add_extension(x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False), True)
        else:
            certificate = certificate.add_extension(x509.KeyUsage(False, False, True, False, False, False, False, False, False), True)
        self.certificate = certificate.sign(above.key, hash)
        self.chain = [] if issuer is None or issuer.isRoot else [issuer.certificate, *issuer.chain]
        self.isRoot = issuer is None

    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM)


root = Holder('Cơ quan chứng thực gốc (thử)', ca=True)
middle = Holder('Chứng thực chữ ký số cơ quan nhà nước (thử)', root, ca=True, length=0)
other_root = Holder('Tổ chức khác (thử)', ca=True)
attributes_root = Holder('Cơ quan chứng thực thứ ba (thử)', ca=True)
old_root = Holder('Cơ quan chứng thực gốc cũ (thử)', ca=True, years=(2014, 2024))
snv = Holder('Sở Nội vụ', middle)
leader = Holder('Trần Văn Bình', middle, key=ec.generate_private_key(ec.SECP256R1()))
expired = Holder('Sở Nội vụ', middle, years=(2020, 2025))
coming = Holder('Sở Nội vụ', middle, years=(2030, 2032))
stranger = Holder('Sở Nội vụ', other_root)
enciphering = Holder('Sở Nội vụ', middle, usage=False)
weak = Holder('Sở Nội vụ', middle, key=rsa.generate_private_key(65537, 1024))
short = Holder('Chứng thực dưới nữa (thử)', middle, ca=True)
too_deep = Holder('Sở Nội vụ', short)
not_an_authority = Holder('Sở Nội vụ', leader)
attributed = Holder('Sở Nội vụ', attributes_root)
old_hash = Holder('Sở Nội vụ', middle, hash=hashes.SHA1())

with open(path('roots.pem'), 'wb') as file:
    file.write(b'Trust roots of the tests.\n' + root.pem())
for name, holders in {'other-root.pem': [other_root], 'attributes-root.pem': [attributes_root], 'old-root.pem': [root, old_root], 'signer.pem': [snv]}.items():
    with open(path(name), 'wb') as file:
        file.write(b''.join(holder.pem() for holder in holders))


def cms(holder, content, *options):
    """What `openssl cms` makes of the bytes, in DER."""
    files = {name: os.path.join(work, name) for name in ('content', 'signer', 'key', 'chain')}
    with open(files['content'], 'wb') as file:
        file.write(content)
    with open(files['signer'], 'wb') as file:
        file.write(holder.pem())
    with open(files['key'], 'wb') as file:
        file.write(holder.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    with open(files['chain'], 'wb') as file:
        file.write(b''.join(one.public_bytes(serialization.Encoding.PEM) for one in holder.chain))
    command = ['openssl', 'cms', '-sign', '-binary', '-in', files['content'], '-signer', files['signer'], '-inkey', files['key'], '-outform', 'DER']
    chain = ['-certfile', files['chain']] if holder.chain else []
    return subprocess.run([*command, *chain, *(options or ('-md', 'sha256'))], check=True, capture_output=True).stdout


# Signed attributes as no program makes them.


def der(tag, content):
    size = len(content)
    length = bytes([size]) if size < 128 else b'\x82' + size.to_bytes(2, 'big')
    return bytes([tag]) + length + content


def values(content):
    """The encoded values that lie one after another in the bytes."""
    found = []
    while content:
        start, size = 2, content[1]
        if size >= 128:
            start += size - 128
            size = int.from_bytes(content[2:start], 'big')
        found.append(content[:start + size])
        content = content[start + size:]
    return found


def within(encoded):
    head = 2 if encoded[1] < 128 else encoded[1] - 126
    return values(encoded[head:])


def attributes_of(change):
    """Signs with other attributes than OpenSSL: `change` makes a list of them of each one's type and values."""

    def make(holder, content):
        kind, wrapped = within(cms(holder, content, '-md', 'sha256', '-nosmimecap'))
        *parts, infos = within(within(wrapped)[0])
        *named, attributes, algorithm, _ = within(within(infos)[0])
        changed = [der(0x30, kind + der(0x31, b''.join(held))) for one in within(attributes) for kind, held in change(*typed(one))]
        signature = holder.key.sign(der(0x31, b''.join(changed)), padding.PKCS1v15(), hashes.SHA256())
        info = der(0x30, b''.join([*named, der(0xA0, b''.join(changed)), algorithm, der(0x04, signature)]))
        return der(0x30, kind + der(0xA0, der(0x30, b''.join([*parts, der(0x31, info)]))))

    return make


def typed(attribute):
    kind, held = within(attribute)
    return kind, within(held)


def id_of(number):
    """An attribute's type in PKCS #9."""
    return bytes.fromhex('06092a864886f70d0109') + bytes([number])


content_type, message_digest, signing_time = id_of(3), id_of(4), id_of(5)


def twice_valued(type):
    return attributes_of(lambda kind, held: [(kind, held * 2 if kind == type else held)])


def empty_before(type):
    return attributes_of(lambda kind, held: [(kind, []), (kind, held)] if kind == type else [(kind, held)])


# Incremental updates (ISO 32000-1, 7.5.6) of files with a plain cross-reference table.


def last(pattern, pdf):
    return re.findall(pattern, pdf)[-1]


def body(pdf, number):
    """The dictionary of an object, as it stood last."""
    return last(rb'(?s)(?:^|[\r\n])%d 0 obj\s*<<(.*?)>>\s*endobj' % number, re.sub(rb'stream.*?endstream', b'', pdf, flags=re.S))


def updated(pdf, objects, size):
    out = pdf if pdf.endswith(b'\n') else pdf + b'\n'
    table = b'xref\n'
    for number, content in objects:
        table += b'%d 1\n%010d 00000 n \n' % (number, len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, content)
    root_number, before = last(rb'/Root\s+(\d+) 0 R', pdf), last(rb'startxref\s+(\d+)', pdf)
    return out + table + b'trailer\n<</Size %d/Root %s 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n' % (size, root_number, before, len(out))


def facts(pdf):
    size, catalog = int(last(rb'/Size\s+(\d+)', pdf)), int(last(rb'/Root\s+(\d+) 0 R', pdf))
    page = int(re.search(rb'/Kids\s*\[\s*(\d+) 0 R', body(pdf, int(re.search(rb'/Pages\s+(\d+) 0 R', body(pdf, catalog))[1])))[1])
    return size, catalog, page


def signed(pdf, holder, kind='adbe.pkcs7.detached', options=(), field='Signature1', make=cms):
    """With a signature field that is shown on the first page, and the signature in it."""
    size, catalog, page = facts(pdf)
    dictionary, widget = size, size + 1
    fields = re.findall(rb'/Fields\s*\[(.*?)\]', body(pdf, catalog))
    without_form = re.sub(rb'/AcroForm\s*<<.*?>>', b'', body(pdf, catalog))
    annots = re.findall(rb'/Annots\s*\[(.*?)\]', body(pdf, page))
    without_annots = re.sub(rb'/Annots\s*\[.*?\]', b'', body(pdf, page))
    reference = b'%d 0 R' % widget
    hole, range_room = b'<' + b'0' * ROOM + b'>', b'[0 0000000000 0000000000 0000000000]'
    now = datetime.datetime.utcnow().strftime('%Y%m%d%H%M%S').encode()
    signature = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/%s/ByteRange %s/Contents %s/M(D:%sZ)>>" % (kind.encode(), range_room, hole, now)
    out = updated(pdf, [
        (catalog, b'<<%s/AcroForm<</SigFlags 3/Fields[%s]>>>>' % (without_form, b' '.join([*fields, reference]))),
        (page, b'<<%s/Annots[%s]>>' % (without_annots, b' '.join([*annots, reference]))),
        (dictionary, signature),
        (widget, b'<</Type/Annot/Subtype/Widget/FT/Sig/T(%s)/F 132/Rect[0 0 0 0]/V %d 0 R/P %d 0 R>>' % (field.encode(), dictionary, page)),
    ], size + 2)
    start = out.rindex(hole)
    end = start + len(hole)
    out = out.replace(range_room, (b'[0 %d %d %d]' % (start, end, len(out) - end)).ljust(len(range_room)))
    made = make(holder, out[:start] + out[end:], *options).hex().encode()
    assert len(made) <= ROOM, len(made)
    return out[:start] + b'<' + made.ljust(ROOM, b'0') + b'>' + out[end:]


def noted(pdf):
    """With a note on the first page, as a reader leaves it that saves what somebody scribbled there."""
    size, _, page = facts(pdf)
    annots = re.findall(rb'/Annots\s*\[(.*?)\]', body(pdf, page))
    without = re.sub(rb'/Annots\s*\[.*?\]', b'', body(pdf, page))
    note = b'<</Type/Annot/Subtype/Text/Rect[20 20 40 40]/Contents(OK)>>'
    return updated(pdf, [(page, b'<<%s/Annots[%s]>>' % (without, b' '.join([*annots, b'%d 0 R' % size]))), (size, note)], size + 1)


def read(name):
    with open(path(name), 'rb') as file:
        return file.read()


def write(name, pdf):
    with open(path(name), 'wb') as file:
        file.write(pdf)


def page():
    file = os.path.join(work, 'page.pdf')
    drawn = canvas.Canvas(file, invariant=1, pageCompression=0)
    drawn.drawString(72, 720, 'Giay moi hop')
    drawn.save()
    with open(file, 'rb') as made:
        return made.read()


plain = page()
write('rsa.pdf', signed(plain, snv))
write('ecdsa.pdf', signed(plain, leader, 'ETSI.CAdES.detached', ('-cades', '-md', 'sha384')))
write('pss.pdf', signed(plain, snv, options=('-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32')))
write('key-identifier.pdf', signed(plain, snv, options=('-md', 'sha512', '-keyid')))
write('two.pdf', signed(signed(plain, leader), snv, field='Signature2'))
write('noted-between.pdf', signed(noted(signed(plain, leader)), snv, field='Signature2'))
write('noted.pdf', noted(signed(plain, snv)))
write('expired.pdf', signed(plain, expired))
write('coming.pdf', signed(plain, coming))
write('other-root.pdf', signed(plain, stranger))
write('for-enciphering.pdf', signed(plain, enciphering))
write('weak-key.pdf', signed(plain, weak))
write('too-deep.pdf', signed(plain, too_deep))
write('issued-by-a-person.pdf', signed(plain, not_an_authority))
write('old-hash.pdf', signed(plain, snv, options=('-md', 'sha1')))
write('certificate-of-old-hash.pdf', signed(plain, old_hash))
write('of-sha1.pdf', signed(plain, snv, 'adbe.pkcs7.sha1'))
write('without-attributes.pdf', signed(plain, snv, options=('-md', 'sha256', '-noattr')))
write('with-content.pdf', signed(plain, snv, options=('-md', 'sha256', '-nodetach')))
write('without-certificate.pdf', signed(plain, snv, options=('-md', 'sha256', '-nocerts')))
write('as-openssl.pdf', signed(plain, attributed, make=attributes_of(lambda kind, held: [(kind, held)])))
write('two-content-types.pdf', signed(plain, attributed, make=twice_valued(content_type)))
write('two-digests.pdf', signed(plain, attributed, make=twice_valued(message_digest)))
write('two-times.pdf', signed(plain, attributed, make=twice_valued(signing_time)))
write('time-without-value.pdf', signed(plain, attributed, make=attributes_of(lambda kind, held: [(kind, [] if kind == signing_time else held)])))
write('empty-and-digest.pdf', signed(plain, attributed, make=empty_before(message_digest)))
write('form.pdf', signed(read('../pdf/writer-short.pdf'), snv))
write('form-noted.pdf', noted(signed(read('../pdf/writer-short.pdf'), snv)))
write('scan-noted.pdf', noted(signed(read('../scan/form-scan.pdf'), snv)))
