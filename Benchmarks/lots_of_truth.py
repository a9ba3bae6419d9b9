"""The lots of generated notices as `passerelle match --lots` reads them, from what the generator says of them.

usage: lots_of_truth.py TRUTH.jsonl > lots.jsonl
"""
import json
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    notice = json.loads(line)
    for lot in notice["lots"]:
        reserved = lot.get("reserved_procurement")
        print(json.dumps({
            "id": notice["notice_id"] + "/" + lot["id"], "title": lot["title"], "description": lot["description"],
            "cpv": lot["cpv"], "nuts": lot["nuts"], "value": lot.get("value"),
            "reservation": [reserved] if reserved else [],
        }, ensure_ascii=False))
