"""Read a mail on standard input with Python's own parser; print it as JSON."""

import base64
import email
import email.policy
import json
import sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = [
    {
        "type": part.get_content_type(),
        "filename": part.get_filename(),
        "content": base64.b64encode(part.get_payload(decode=True) or b"").decode(),
    }
    for part in message.walk()
    if not part.is_multipart()
]
print(json.dumps({"headers": {name.lower(): str(value) for name, value in message.items()}, "parts": parts}))
