"""What Python's own reader makes of a mail: read_mail.py FILE, as JSON."""
import base64
import email
import email.header
import email.policy
import json
import pathlib
import sys

content = pathlib.Path(sys.argv[1]).read_bytes()
mail, raw = email.message_from_bytes(content, policy=email.policy.default), email.message_from_bytes(content)
part = {kind: mail.get_body((kind,)) for kind in ("plain", "html")}
print(json.dumps({
    "headers": {name.lower(): str(value) for name, value in mail.items()},
    # Python 3.11 leaves the spaces between encoded words in a display name, against RFC 2047; its older reader does not.
    "from_name": str(email.header.make_header(email.header.decode_header(raw["From"]))).rpartition(" <")[0],
    "text": part["plain"].get_content(),
    "html": part["html"].get_content(),
    "files": [{"name": file.get_filename(), "type": file.get_content_type(), "content": base64.b64encode(file.get_content()).decode()} for file in mail.iter_attachments()],
    "defects": [str(defect) for one in mail.walk() for defect in one.defects],
}))
