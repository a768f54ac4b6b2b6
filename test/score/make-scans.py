"""
Makes pictures of the scored forms, as scanners, faxes and telephones take them: python3 make-scans.py, after make.py.
Needs poppler's pdftoppm and PIL. scans.json says what each says: what its form in forms.json says.
"""

import json
import os
import random
import subprocess
import tempfile

from PIL import Image, ImageChops, ImageFilter

here = os.path.dirname(os.path.abspath(__file__))
forms = os.path.join(here, "forms")
random.seed(2639)


def pages(pdf, dpi, count=9):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["pdftoppm", "-r", str(dpi), "-l", str(count), "-png", os.path.join(forms, pdf), os.path.join(folder, "p")],
            check=True,
        )
        names = sorted(os.listdir(folder))
        return [Image.open(os.path.join(folder, name)).convert("L").copy() for name in names]


def tilted(page, degrees):
    return page.rotate(degrees, resample=Image.BICUBIC, fillcolor=255)


def noisy(page, sigma):
    noise = Image.effect_noise(page.size, sigma)
    return ImageChops.add(page.filter(ImageFilter.GaussianBlur(0.6)), noise, 1, -128)


def save_pdf(name, made, dpi, quality):
    first, *rest = made
    first.save(os.path.join(forms, name), save_all=True, append_images=rest, resolution=dpi, quality=quality)


def black_and_white(page):
    return page.point(lambda shade: 255 * (shade > 150)).convert("1")


def photographed(page):
    """Under a lamp from one side, held not quite straight, on a dark desk."""
    width, height = page.size
    lamp = Image.linear_gradient("L").resize((width, height)).rotate(30, fillcolor=128).point(lambda v: 125 + v // 2)
    desk = Image.new("L", (width + 300, height + 300), 60)
    desk.paste(ImageChops.multiply(page, lamp), (150, 150))
    corners = (40, 25, 25, height + 280, width + 285, height + 265, width + 250, 45)
    return noisy(desk.transform(desk.size, Image.QUAD, corners, resample=Image.BICUBIC), 9)


scans = []


def add(file, form, layout):
    with open(os.path.join(here, "forms.json")) as known:
        [label] = [one for one in json.load(known) if one["file"] == form]
    scans.append({**label, "file": file, "kind": "scan", "layout": layout})


save_pdf("scan-plain.pdf", [tilted(page, 0.6) for page in pages("plain.pdf", 200)], 200, 45)
add("scan-plain.pdf", "plain.pdf", "scanned in grey")
save_pdf("scan-noisy.pdf", [noisy(tilted(page, -1.3), 18) for page in pages("two-row-heading.pdf", 200)], 200, 30)
add("scan-noisy.pdf", "two-row-heading.pdf", "scanned badly")
sideways = [tilted(page, 0.3).rotate(90, expand=True) for page in pages("word.pdf", 200)]
save_pdf("scan-sideways.pdf", sideways, 200, 40)
add("scan-sideways.pdf", "word.pdf", "two pages, put into the scanner sideways")
fax = [black_and_white(tilted(page, -0.7)) for page in pages("groups.pdf", 200)]
fax[0].save(os.path.join(forms, "fax.tif"), save_all=True, append_images=fax[1:], compression="group4", dpi=(200, 200))
add("fax.tif", "groups.pdf", "faxed, in black and white")
photographed(pages("plain.pdf", 170)[0]).save(os.path.join(forms, "photo.jpg"), quality=55)
add("photo.jpg", "plain.pdf", "photographed")

with open(os.path.join(here, "scans.json"), "w") as out:
    json.dump(scans, out, ensure_ascii=False, indent=1)
    out.write("\n")
