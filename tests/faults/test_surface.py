"""What a running Balinea shows to the outside: one port, one folder, no secrets."""

import json
import socket
import stat

import httpx
import psutil


def test_nothing_listens_but_the_port_and_loopback_figures(installation):
    installation.start().wait_ready()
    everyone = [psutil.Process(installation.process.pid), *installation.processes()]
    listening = {
        (connection.laddr.ip, connection.laddr.port)
        for process in everyone
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN or connection.type == 2
    }
    assert listening == {("127.0.0.1", installation.port), ("127.0.0.1", installation.metrics_port)}

    assert installation.ask("/metrics").status_code == 404
    with httpx.Client(trust_env=False) as client:
        figures = client.get(f"http://127.0.0.1:{installation.metrics_port}/metrics").text
    assert 'balinea_http_requests_total{method="GET",status="404",view=""} 1.0' in figures

    kept = [path for path in installation.data_dir.iterdir() if path.name != "postgres"]
    loose = [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert loose == []
    for secret in json.loads((installation.data_dir / "keys.json").read_text()).values():
        assert not installation.says(secret)
        assert not any(secret in " ".join(process.cmdline()) for process in everyone)


def test_figures_are_left_out_when_their_port_is_taken(installation):
    with socket.create_server(("127.0.0.1", 0)) as other:
        installation.metrics_port = other.getsockname()[1]
        installation.start().wait_ready()
        assert installation.says(f"port {installation.metrics_port} is in use; choose another: METRICS_PORT")
        assert installation.ask().status_code == 200
