"""The fee through the simulated gateway: every way it can end, each in one explained state."""

import concurrent.futures
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from journey import Citizen, people
from program import wait_until


@pytest.fixture
def lodged(demo):
    """A case of its own for each test, with its fee still owed."""
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    return citizen


def to_gateway(citizen):
    """The gateway's page, and the parameters we sent the person there with."""
    page = citizen.page().form(action="payment").submit()
    return page, dict(parse_qsl(urlsplit(page.url).query))


def owes(citizen):
    return citizen.page().has_form("payment")


def payments(citizen):
    """The states of the payments that the case's page shows."""
    return citizen.page().dom.xpath("//@data-payment-state")


def settles(citizen, *states, seconds=40):
    wait_until(lambda: sorted(payments(citizen)) == sorted(states), seconds, every=0.2)


def test_a_paid_fee_has_one_receipt(lodged):
    lodged.pay_until_paid()
    assert payments(lodged) == ["paid"]
    assert lodged.paper("receipt").startswith(b"%PDF-")


def test_what_we_send_to_the_gateway(lodged):
    _, sent = to_gateway(lodged)
    assert sent["vnp_Version"] == "2.1.0" and sent["vnp_Command"] == "pay"
    assert sent["vnp_CurrCode"] == "VND" and sent["vnp_Amount"].endswith("00")
    assert "vnp_SecureHashType" not in sent
    assert re.fullmatch(r"[0-9a-f]{128}", sent["vnp_SecureHash"])
    assert re.fullmatch(r"[A-Za-z0-9 .:_-]+", sent["vnp_OrderInfo"])
    assert re.fullmatch(r"\d{14}", sent["vnp_CreateDate"])
    assert lodged.person["nationalID"] not in sent["vnp_OrderInfo"]


def test_a_cancelled_payment_can_be_tried_again(lodged):
    lodged.pay("cancel")
    settles(lodged, "failed")
    assert owes(lodged)
    lodged.pay_until_paid()
    settles(lodged, "failed", "paid")


def test_a_late_payment_counts_when_it_comes(lodged):
    lodged.pay("late")
    assert "paid" not in payments(lodged)
    settles(lodged, "paid", seconds=60)
    assert not owes(lodged)


def test_the_return_alone_pays_nothing(lodged):
    """The redirect back shows; only the gateway's own word, or its answer to ours, decides."""
    _, sent = to_gateway(lodged)
    forged = {
        "vnp_Amount": sent["vnp_Amount"], "vnp_ResponseCode": "00",
        "vnp_TransactionStatus": "00", "vnp_TxnRef": sent["vnp_TxnRef"],
        "vnp_TmnCode": sent["vnp_TmnCode"], "vnp_SecureHash": "0" * 128,
    }
    lodged.browser.get(urlsplit(sent["vnp_ReturnUrl"]).path, params=forged)
    assert owes(lodged)
    assert payments(lodged) == ["pending"]


def test_a_forged_notification_is_refused_with_97(demo, lodged):
    _, sent = to_gateway(lodged)
    forged = {
        "vnp_Amount": sent["vnp_Amount"], "vnp_ResponseCode": "00",
        "vnp_TransactionStatus": "00", "vnp_TxnRef": sent["vnp_TxnRef"],
        "vnp_TmnCode": sent["vnp_TmnCode"], "vnp_SecureHash": "0" * 128,
    }
    answer = requests.get(demo.url + "/payments/vnpay/ipn", params=forged, timeout=30)
    assert answer.status_code == 200
    assert answer.json()["RspCode"] == "97"
    assert owes(lodged)


def test_a_wrong_amount_pays_nothing_and_is_held_apart(lodged):
    lodged.pay("wrong-amount")
    settles(lodged, "disputed", seconds=60)
    assert owes(lodged) or "disputed" in payments(lodged)


def test_a_payment_never_confirmed_is_found_by_asking(lodged):
    """The gateway took the money and its word was lost: reconciliation by querydr."""
    lodged.pay("silent")
    settles(lodged, "paid", seconds=90)
    assert not owes(lodged)


def test_a_payment_that_never_happened_lapses(lodged):
    to_gateway(lodged)
    settles(lodged, "pending")


def test_paid_twice_is_owed_back_once(demo, lodged):
    """Two windows, two payments: one pays the fee, the other is surplus."""
    first, _ = to_gateway(lodged)
    second, _ = to_gateway(lodged)
    lodged.at_gateway(first, "pay")
    lodged.at_gateway(second, "pay")
    settles(lodged, "paid", "surplus", seconds=60)
    said = demo.check().stdout
    assert "money" in said.lower()


def test_a_notification_that_comes_twice_counts_once(demo, lodged):
    gateway, _ = to_gateway(lodged)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: lodged.at_gateway(gateway, "pay"), range(2)))
    settles(lodged, "paid", seconds=60)
    demo.check()
