"""The small corpus that `policycmp init` writes."""

from __future__ import annotations

SCHEMA_FILE = "policycmp.schema.json"
"""The file beside the corpus from which an editor learns the format."""

TEMPLATE = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# A small corpus to fill in; the town and all it says are made up.
# Check it:     policycmp check positions.yaml
# Compare it:   policycmp compare
# The line at the top gives completion in editors once you run:
#               policycmp schema > {SCHEMA_FILE}
policycmp: 1
title: Bus lanes in Millbrook

# What positions are about, in groups. A stance says how far an actor agrees with the statement:
#   -2 strongly opposes   -1 opposes   0 mixed   1 supports   2 strongly supports
topics:
  - id: traffic
    title: Traffic

issues:
  - id: bus-lane
    title: Bus lane on Mill Street
    statement: Mill Street should have a bus lane.
    topic: traffic
    aliases: [bus corridor]
    # Whoever supports one of these opposes the statement.
    reversed_aliases: [all lanes for cars]
  - id: night-buses
    title: Night buses
    statement: Buses should run all night.
    topic: traffic

# Who takes a position: people, parties, governments, associations.
actors:
  - id: council
    name: Millbrook Town Council
    short: Council
    kind: government
  - id: shop-owners
    name: Association of Mill Street Shop Owners
    short: Shop owners
    kind: association
  - id: riders
    name: Bus Riders of Millbrook
    short: Riders
    kind: association

# The documents that show it. Dates may be 2024, 2024-05 or 2024-05-03.
sources:
  - id: gazette-2024-05-03
    title: Council split over bus lane
    author: Ada Reed
    publisher: Millbrook Gazette
    published: 2024-05-03
    url: https://example.org/gazette/bus-lane
  - id: riders-leaflet
    title: Buses first
    actor: riders
    published: 2024-04

# One record for each stance an actor takes on an issue in a source. `paragraph` counts the blocks
# of text between blank lines; `first` and `last` are the first and last words of the passage.
positions:
  # A report about the council ...
  - actor: council
    issue: bus-lane
    stance: 2
    source: gazette-2024-05-03
    attribution: reported
    summary: An official who was not named says the lane is settled.
    paragraph: 2
    first: the lane is as good as
    last: painted by autumn
  # ... and its denial in the same paper: both are coded.
  - actor: council
    issue: bus-lane
    stance: -1
    source: gazette-2024-05-03
    attribution: stated
    summary: The mayor denies the report; the council leans the other way.
    paragraph: 5
    first: “that is not so
    last: would rather wait
  # What a stance depends on goes under `condition`.
  - actor: shop-owners
    issue: bus-lane
    stance: -1
    source: gazette-2024-05-03
    attribution: stated
    condition: unless as many parking spaces are built nearby
    summary: Fears for its customers, and could live with the lane if they can park.
    paragraph: 7
    first: “without parking
    last: come to an arrangement
  - actor: riders
    issue: bus-lane
    stance: 2
    source: riders-leaflet
    attribution: stated
    summary: Calls the lane its first demand.
    paragraph: 1
    quote: a lane of our own
  # What the text only lets one infer is `implied`. A stance left empty is still open.
  - actor: riders
    issue: bus-lane
    stance: 1
    source: gazette-2024-05-03
    attribution: implied
    summary: Its members clapped when the lane was announced.
    paragraph: 9
    first: there was applause
    last: from the back rows
  - actor: riders
    issue: night-buses
    stance: 1
    source: riders-leaflet
    attribution: stated
    summary: Asks that the last bus wait for the end of the film.
    paragraph: 3
    first: the last bus should
    last: until the film ends
"""
