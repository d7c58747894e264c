#!/usr/bin/env python3
"""Makes a shop of many products as a file that `import products` reads; the same number gives the same file.

    src/bench/products.py 40000 products.csv.gz [words.txt]

Names, texts and numbers are put together from lists of our own, so that words are as unevenly common as in life. The second file gets
the words that questions can be made of.
"""
import csv, gzip, random, sys

count, out = int(sys.argv[1]), sys.argv[2]
draw = random.Random(40_000)

THINGS = """kettle mug cup bowl plate teapot press grinder scale filter dripper server carafe jar tin flask bottle glass spoon scoop knife board tray towel
apron lamp candle vase basket box stand shelf hook brush cloth soap bucket broom rope anchor lantern compass chart clock bell whistle net buoy paddle oar
sail blanket pillow cushion rug chair stool bench table desk drawer cabinet rack ladder hammer saw plane chisel file wrench pliers screwdriver drill clamp
level tape square pencil notebook envelope stamp ribbon wreath ornament garland puzzle kite ball""".split()
MATERIALS = "stoneware porcelain walnut maple birch oak steel copper brass enamel glass linen cotton wool leather slate cork bamboo ash cedar".split()
COLOURS = "slate sea sand clay moss fog ink rust cream black white green blue red grey amber".split()
MAKERS = [a + b for a in "har gan cor bel mar tor pel fen sal wyn kes dor".split() for b in "bour net ling wick mor ton dale ford ley wen ster ham ric lan".split()]
USES = """coffee tea camping travel kitchen garden office workshop boat cabin picnic breakfast baking cleaning storage serving pouring brewing measuring
sewing painting reading sleeping winter summer rain children guests gifts repair""".split()
WORDS = """sturdy light handmade small large folding stacking insulated airtight washable refillable spare double single tall wide narrow deep shallow round
square oval smooth ribbed glazed raw polished brushed natural dyed woven knitted turned carved forged cast pressed blown""".split()
SIZES = ["100 ml", "250 ml", "300 ml", "500 ml", "1 l", "2 l", "10 cm", "18 cm", "24 cm", "30 cm", "60 cm", "200 g", "340 g", "1 kg", "5 kg"]
TYPES = ["Tableware", "Brewing", "Kitchen", "Storage", "Cleaning", "Garden", "Workshop", "Harbour", "Paper", "Textiles", "Furniture", "Light", "Gifts", "Play",
         "Travel", "Office"]


def skewed(words):
    """The first of a list more often than the last."""
    return words[min(int(draw.paretovariate(0.9)) - 1, len(words) - 1)] if draw.random() < 0.6 else draw.choice(words)


opener = gzip.open if out.endswith(".gz") else open
used = set(THINGS) | set(MATERIALS) | set(COLOURS) | set(MAKERS) | set(USES) | set(WORDS)
with opener(out, "wt", encoding="utf-8", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["Handle", "Title", "Body (HTML)", "Type", "Tags", "Published", "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value", "Variant SKU",
                   "Variant Grams", "Variant Inventory Qty", "Variant Price"])
    for n in range(1, count + 1):
        maker, material, thing = skewed(MAKERS), skewed(MATERIALS), skewed(THINGS)
        word, use, other = skewed(WORDS), skewed(USES), skewed(USES)
        title = f"{maker.capitalize()} {material} {thing}, {word}"
        body = (f"A {word} {thing} of {material} for {use} and {other}. {maker.capitalize()} has made it for {draw.randint(2, 60)} years. "
                f"It goes well with a {skewed(THINGS)} and a {skewed(WORDS)} {skewed(THINGS)}, and it keeps for {draw.randint(2, 30)} years. "
                + " ".join(f"{skewed(WORDS).capitalize()} {skewed(MATERIALS)} and {skewed(COLOURS)} {skewed(THINGS)}." for _ in range(draw.randint(1, 4))))
        price = round(draw.lognormvariate(3.2, 0.8), 2) + 1
        size = skewed(SIZES)
        for v, colour in enumerate(draw.sample(COLOURS, draw.choice((1, 1, 2, 3))), 1):
            rows.writerow([f"{maker}-{material}-{thing}-{n}", title, body, TYPES[sum(map(ord, thing)) % len(TYPES)], f"{use}, {other}", "true",
                           "Colour", colour.capitalize(), "Size", size, f"P{n:05d}-{v}", draw.randint(40, 6000), draw.choice((0, 0, 3, 12, 40, 200)), f"{price:.2f}"])
if len(sys.argv) > 3:
    with open(sys.argv[3], "w") as file:
        file.write("\n".join(sorted(used)) + "\n")
