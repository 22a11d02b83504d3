"""The list of parts (scripts/sbom) is a whole CycloneDX document: every library that the tool loads or that the sources link is on it,
with a licence that THIRD-PARTY-LICENSES names, and two runs give the same bytes.

    check_sbom.py [BINARY]      the tool that is looked at; without one, that of the launcher

Prints each failure and a closing line; exit status 1 when there is one.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, close, expect, tool

# As the specification of package URLs has it: what is no letter, digit or one of “.-_~” is a percent and two digits.
WORD = r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+"
PURL = re.compile(rf"pkg:[a-z]+(?:/{WORD})+@{WORD}(?:\?[a-z]+={WORD}(?:&[a-z]+={WORD})*)?")
OPERATOR = re.compile(r" (?:AND|OR|WITH) ")


def output(*command: object, **how) -> str:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=ROOT, timeout=300, **how)
    if done.returncode != 0:
        raise SystemExit(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout


def package_of(library: str) -> str:
    # dpkg knows the place before /lib became a link.
    places = {library, f"/usr{library}", library.removeprefix("/usr")}
    said = subprocess.run(["dpkg", "-S", *sorted(places)], capture_output=True, text=True).stdout
    return said.split(":")[0]


def source_of(package: str) -> str:
    return output("dpkg-query", "-W", "-f", "${source:Package}\n", package).split()[0]


def wanted(binary: Path) -> set[str]:
    """The names of all parts that must be listed, found in other ways than scripts/sbom finds them."""
    manifest = (ROOT / "Package.swift").read_text("utf-8")
    swift = {url.rsplit("/", 1)[1] for url in re.findall(r'\.package\(url: "([^"]+)"', manifest)}
    loaded = {package_of(place) for place in re.findall(r" => (/\S+)", output("ldd", binary))}
    expect(len(swift) > 1 and len(loaded) > 5, "parts are found at all", swift | loaded)
    return swift | loaded | {"swift"}


def check_sources(document: dict) -> None:
    """What Package.swift asks of apt, and which versions it names."""
    manifest = (ROOT / "Package.swift").read_text("utf-8")
    listed = {source_of(part["name"]) for part in document["components"] if part["purl"].startswith("pkg:deb/")}
    asked = [name for list in re.findall(r"\.apt\(\[(.+?)\]\)", manifest) for name in re.findall(r'"(.+?)"', list)]
    for name in asked:
        expect(source_of(name) in listed, f"what {name} is for is listed", sorted(listed))
    versions = {part["name"]: part["version"] for part in document["components"]}
    for url, version in re.findall(r'\.package\(url: "([^"]+)", exact: "([^"]+)"', manifest):
        expect(versions.get(url.rsplit("/", 1)[1]) == version, f"{url} has the version of Package.swift", versions)


def check_shape(document: dict) -> None:
    expect(document["bomFormat"] == "CycloneDX" and document["specVersion"] == "1.5", "it is CycloneDX 1.5")
    expect(document["version"] == 1, "its version is a number")
    expect(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"]), "its number is a UUID",
           document["serialNumber"])
    about = document["metadata"]
    expect(about["timestamp"] == "2026-01-02T03:04:05Z", "its day is SOURCE_DATE_EPOCH", about["timestamp"])
    heading = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    expect(about["component"]["version"] == heading[1], "the tool has the version of the CHANGELOG", about["component"])
    parts = [about["component"], *document["components"]]
    for part in parts:
        for key in ("type", "bom-ref", "name", "version", "purl"):
            expect(part.get(key), f"{part.get('name')} has {key}", part)
        expect(PURL.fullmatch(part["purl"]), "an address of a package is well-formed", part["purl"])
    refs = [part["bom-ref"] for part in parts]
    expect(len(set(refs)) == len(refs), "each part is there once", sorted(refs))
    expect([entry["ref"] for entry in document["dependencies"]] == refs, "what each part needs is said")
    expect({ref for entry in document["dependencies"] for ref in entry["dependsOn"]} <= set(refs), "what is needed is listed")
    for part in document["components"]:
        if part["purl"].startswith("pkg:swift/"):
            revision = {entry["name"]: entry["value"] for entry in part["properties"]}["vungxanh:revision"]
            expect(re.fullmatch(r"[0-9a-f]{40}", revision), f"{part['name']} has a revision", revision)
        elif part["purl"].startswith("pkg:deb/"):
            version = output("dpkg-query", "-W", "-f", "${Version}", part["name"])
            expect(part["version"] == version, f"{part['name']} has the version that is installed", f"{part['version']} {version}")


def check_licences(document: dict) -> None:
    text = (ROOT / "THIRD-PARTY-LICENSES").read_text("utf-8")
    named = {line for line in re.findall(r"^SPDX: \S+ = (.+)$", text, re.M)}
    needed = document["dependencies"][0]["dependsOn"]
    sections = re.split(r"^-{70,}\n(?=.+\n-{70,}$)", text, flags=re.M)
    for part in document["components"]:
        given = [entry.get("expression") or entry["license"]["id"] for entry in part.get("licenses", [])]
        expect(len(given) == 1 and given[0] in named, f"{part['name']} has a licence of THIRD-PARTY-LICENSES", given)
        expect(all(re.fullmatch(r"[A-Za-z0-9.-]+", name) for name in OPERATOR.split(given[0] if given else "")),
               f"the licence of {part['name']} is one of SPDX", given)
        if part["bom-ref"] in needed and given:
            # What the tool itself needs has a section of its own, with who wrote it.
            own = [section for section in sections if re.search(rf"^SPDX: \S+ = {re.escape(given[0])}$", section, re.M)]
            expect(any(re.search("^(?:With .*\n)?.*copyright", section, re.M | re.I) for section in own),
                   f"{part['name']} has a notice", given)


def missing(names: set[str], document: dict) -> set[str]:
    return names - {part["name"] for part in document["components"]}


def main() -> int:
    if len(sys.argv) > 1:
        binary = Path(sys.argv[1]).resolve()
    else:
        tool("--version", check=True)  # builds what is not there yet
        binary = ROOT / ".build/release/vungxanh"
    command = [ROOT / "scripts/sbom", "--binary", binary]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767323045"}
    first = output(*command, env=environment)
    document = json.loads(first)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "parts.json"
        output(*command, "--output", file, env=environment | {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"})
        expect(file.read_text("utf-8") == first, "two runs give the same bytes")
    check_shape(document)
    names = wanted(binary)
    expect(not missing(names, document), "every part is listed", missing(names, document))
    check_sources(document)
    check_licences(document)
    # The comparison itself must be able to fail.
    for gone in sorted(names):
        rest = {"components": [part for part in document["components"] if part["name"] != gone]}
        expect(missing(names, rest) == {gone}, f"it would be seen if {gone} were left out")
    return close()


if __name__ == "__main__":
    sys.exit(main())
