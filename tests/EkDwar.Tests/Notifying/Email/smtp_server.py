"""A mail server for the tests, on Debian's python3-aiosmtpd: keeps what it took as files, and misbehaves as it is told.

   smtp_server.py FOLDER CERTIFICATE KEY: writes "listening PORT" once it listens on a port of the machine's choice.
   Each line of its input says how it behaves from then on: take | gone | later | stall | cut | bare | log-in.
   A message that came whole is FOLDER/N.eml, its envelope FOLDER/N.json.
"""
import asyncio
import json
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

logging.getLogger("mail.log").setLevel(logging.ERROR)
folder, certificate, key = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
mode, taken = "take", 0


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode == "gone":
            return "550 5.1.1 There is no " + address
        if mode == "later":
            return "451 4.7.1 Greylisted, come back for " + address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global taken
        taken += 1
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None, "login": session.authenticated}
        (folder / f"{taken}.eml").write_bytes(envelope.original_content)
        (folder / f"{taken}.json.part").write_text(json.dumps(told))
        (folder / f"{taken}.json.part").rename(folder / f"{taken}.json")
        if mode == "stall":
            await asyncio.sleep(3600)
        if mode == "cut":
            server.transport.abort()
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    isRight = isinstance(data, LoginPassword) and (data.login, data.password) == (b"ekdwar", b"a long secret")
    return AuthResult(success=isRight, handled=False)


class Server(SMTP):
    # RFC 5321, 2.4: words of the protocol are the same in whatever case; this version of aiosmtpd knows the one alone.
    async def smtp_AUTH(self, arg):
        word, _, rest = (arg or "").partition(" ")
        return await super().smtp_AUTH((word.upper() + " " + rest).strip())


async def serve():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)

    def connected():
        needsLogin = mode == "log-in"
        return Server(Handler(), hostname="mail.test", tls_context=None if mode == "bare" else tls, authenticator=authenticate,
                    auth_required=needsLogin, require_starttls=False, enable_SMTPUTF8=False)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connected, "127.0.0.1", 0)
    print("listening", server.sockets[0].getsockname()[1], flush=True)

    def told():
        global mode
        line = sys.stdin.readline()
        if not line:
            sys.exit(0)
        mode = line.strip()
        print("is", mode, flush=True)

    loop.add_reader(sys.stdin, told)
    await asyncio.Event().wait()


asyncio.run(serve())
