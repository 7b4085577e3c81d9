"""Bringing a local stack up and keeping it up: the order of things, and nothing about how each is done."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import sleep

from twin_local.assembly import Assembly, synthesize
from twin_local.aws import Aws
from twin_local.banner import answer_text, ready_text
from twin_local.context import REGIONS, cdk_context
from twin_local.deploy import Deployer, cdk_environment
from twin_local.deployment import Deployment, find_deployment
from twin_local.emulator import PRIMARY_REGION, Emulator, start_emulator
from twin_local.endpoints import LOOPBACK, remembered_ports, require_free
from twin_local.fingerprint import fingerprint
from twin_local.first_use import QUESTION, FirstUse
from twin_local.fixup import reapply
from twin_local.frontdoor import SOCKET_PATH
from twin_local.keys import load_keys, seed_keys
from twin_local.layout import Layout
from twin_local.lock import exclusive
from twin_local.outbox import send_again
from twin_local.processes import Processes, Running
from twin_local.progress import Progress
from twin_local.region_servers import RegionServers, start_region_servers
from twin_local.saved_state import SavedState
from twin_local.secret import put_secret, secret_value
from twin_local.stack_file import RegionUrls, StackFile
from twin_local.toolchain import Toolchain, install
from twin_local.waiting import answers, wait_until

DEPLOYED_BY = ("local/emulator/uv.lock", "local/twin_local/deploy.py", "local/twin_local/fixup.py")
"""What a deploy depends on beside the assembly."""

_WATCH_SECONDS = 0.5
_WORKER_PATH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller chooses: the front door's port (0: any), and where provider keys and models are looked up."""

    port: int
    environ: Mapping[str, str]


class LocalStack:
    """One start of a stack. Whoever enters the processes' context stops everything by leaving it."""

    def __init__(self, layout: Layout, options: Options, progress: Progress, processes: Processes) -> None:
        self._layout = layout
        self._options = options
        self._progress = progress
        self._processes = processes
        self._saved = SavedState(layout.emulator, layout.deployed)
        self._emulator: Emulator | None = None
        self._deployed: str | None = None
        self._watched: list[Running] = []

    def bring_up(self, pool: ThreadPoolExecutor) -> tuple[StackFile, Deployment]:
        """Start everything, deploy and seed; returns how to reach it, and what was deployed.

        Raises:
            StackFailure: what went wrong, in one message.
        """
        port = require_free(self._options.port)
        tools = install(self._layout, self._progress)
        assembly = pool.submit(
            synthesize,
            self._processes,
            self._layout,
            tools,
            cdk_environment(self._layout, tools, {}),
            cdk_context(self._options.environ),
        )
        servers = start_region_servers(self._processes, self._layout, REGIONS)
        emulator = self._start_emulator()
        aws = Aws(emulator.endpoint)
        self._deploy(aws, emulator, tools, assembly)
        with self._progress.step("Starting the Redis and Vector servers of every region"):
            servers.wait_until_ready()
        if not self._saved.ended_well:
            servers.forget_caches()
        deployment = find_deployment(aws, REGIONS)
        keys = load_keys(self._layout.keys)
        self._seed(aws, deployment, servers, keys)
        front = self._processes.start(
            "frontdoor",
            [
                self._layout.python,
                "-m",
                "twin_local.frontdoor",
                str(port),
                deployment.api_url(emulator.endpoint),
                deployment.socket_url(emulator.endpoint),
            ],
            {"PYTHONUNBUFFERED": "1"},
        )
        self._watched = [emulator.process, servers.process, front]
        base_url = f"http://{LOOPBACK}:{port}"
        wait_until(lambda: answers(base_url), front)
        return self._describe(emulator, servers, base_url, keys), deployment

    def use(self, stack: StackFile, deployment: Deployment) -> None:
        """Publish the example profile, see it live in every region, and ask a question.

        Raises:
            StackFailure: if any of it fails.
        """
        client = FirstUse(stack)
        try:
            with self._progress.step("Publishing the example profile"):
                is_new = client.publish(self._layout.root / "examples" / "profile.json")
            if not is_new and not (board := client.sync()).is_live:
                events = Aws(stack.aws_endpoint_url).client("events", PRIMARY_REGION)
                asyncio.run(send_again(events, deployment.bus, board.head_version))
            with self._progress.step("Waiting until every region is live"):
                client.wait_until_live()
            with self._progress.step("Asking a first question"):
                answer = client.ask(QUESTION)
        finally:
            client.close()
        print(f"\n{answer_text(QUESTION, answer)}")

    def watch(self) -> None:
        """Stay until a process of the stack ends.

        Raises:
            StackFailure: naming it, with the end of its log.
        """
        while True:
            for process in self._watched:
                process.require_alive()
            sleep(_WATCH_SECONDS)

    def note_what_was_saved(self) -> None:
        """After everything has stopped: note the deploy if the emulator saved it."""
        if self._emulator and self._deployed and self._emulator.process.ended_well:
            self._saved.keep(self._deployed)

    def _start_emulator(self) -> Emulator:
        with self._progress.step("Starting the AWS emulator"):
            emulator = self._boot()
            if self._saved.was_unreadable(emulator.process.log):
                self._progress.say("The emulator's saved state cannot be read: starting over without it")
                emulator.process.stop()
                self._saved.discard()
                emulator = self._boot()
        return emulator

    def _boot(self) -> Emulator:
        port = remembered_ports(self._layout.ports, ("emulator",))["emulator"]
        self._emulator = start_emulator(self._processes, self._layout, port, _WORKER_PATH)
        self._emulator.wait_until_ready()
        return self._emulator

    def _deploy(self, aws: Aws, emulator: Emulator, tools: Toolchain, synthesized: Future[Assembly]) -> None:
        deployer = Deployer(self._processes, self._layout, tools, emulator)
        if not self._saved.ended_well:
            with self._progress.step("Bootstrapping the CDK in every region"):
                deployer.bootstrap(REGIONS)
        with self._progress.step("Synthesizing the CDK app"):
            assembly = synthesized.result()
        wanted = fingerprint(self._layout.root, DEPLOYED_BY, assembly.fingerprint)
        if not self._saved.is_from(wanted):
            with self._progress.step("Deploying the CDK app"):
                deployer.deploy(assembly)
                reapply(aws, assembly.templates(), REGIONS)
        self._deployed = wanted

    def _seed(self, aws: Aws, deployment: Deployment, servers: RegionServers, keys: Mapping[str, str]) -> None:
        endpoints = {region.name: region.endpoints() for region in servers.regions}
        put_secret(aws, deployment.secret, secret_value(endpoints, self._options.environ), PRIMARY_REGION)
        asyncio.run(seed_keys(aws.client("dynamodb", PRIMARY_REGION), deployment.table, keys))

    def _describe(
        self, emulator: Emulator, servers: RegionServers, base_url: str, keys: Mapping[str, str]
    ) -> StackFile:
        return StackFile(
            base_url=base_url,
            websocket_url=f"{base_url.replace('http', 'ws', 1)}{SOCKET_PATH}",
            mcp_url=f"{base_url}/mcp",
            web_url=f"{base_url}/",
            owner_key=keys["owner"],
            recruiter_key=keys["recruiter"],
            public_key=keys["public"],
            regions=tuple(RegionUrls(r.name, r.vector_url, r.redis_url) for r in servers.regions),
            aws_endpoint_url=emulator.endpoint,
            pid=os.getpid(),
        )


def run_stack(layout: Layout, options: Options, progress: Progress) -> None:
    """Start a stack, print how to use it, and stay until interrupted; whatever happens, nothing is left running.

    Raises:
        StackFailure: what went wrong, in one message.
        KeyboardInterrupt: when asked to stop.
    """
    with exclusive(layout.lock), ThreadPoolExecutor(max_workers=4) as pool:
        processes = Processes(layout.logs)
        stack = LocalStack(layout, options, progress, processes)
        try:
            with processes:
                ready, deployment = stack.bring_up(pool)
                stack.use(ready, deployment)
                ready.write(layout.stack_file)
                print(ready_text(ready), flush=True)
                stack.watch()
        finally:
            layout.stack_file.unlink(missing_ok=True)
            stack.note_what_was_saved()
