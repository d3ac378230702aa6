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


def control(gateway, **wish):
    """Tells the simulated gateway how to behave from now on."""
    parts = urlsplit(gateway.url)
    requests.post(f"{parts.scheme}://{parts.netloc}/control", json=wish, timeout=10)


def owes(citizen):
    return citizen.page().has_form("payment")


def payments(citizen):
    """The states of the payments that the case's page shows."""
    return sorted(citizen.page().dom.xpath("//@data-payment-state"))


def settles(citizen, *states, seconds=40):
    wait_until(lambda: payments(citizen) == sorted(states), seconds, every=0.2)


def test_a_paid_fee_has_one_receipt(lodged):
    lodged.pay_until_paid()
    assert payments(lodged) == ["paid"]
    assert lodged.paper("receipt").startswith(b"%PDF-")


def test_no_receipt_before_the_fee_is_paid(lodged):
    assert lodged.browser.get(f"/cases/{lodged.case}/receipt.pdf").status == 404


def test_what_we_send_to_the_gateway(lodged):
    _, sent = to_gateway(lodged)
    assert sent["vnp_Version"] == "2.1.0" and sent["vnp_Command"] == "pay"
    assert sent["vnp_CurrCode"] == "VND" and sent["vnp_Amount"] == "20000000"
    assert "vnp_SecureHashType" not in sent
    assert re.fullmatch(r"[0-9a-f]{128}", sent["vnp_SecureHash"])
    assert re.fullmatch(r"[A-Za-z0-9 .:_-]+", sent["vnp_OrderInfo"])
    assert re.fullmatch(r"\d{14}", sent["vnp_CreateDate"])
    assert lodged.person["nationalID"] not in sent["vnp_OrderInfo"]


@pytest.mark.parametrize("code", ["24", "51", "11", "75", "13"])
def test_a_payment_that_failed_is_explained_and_can_be_tried_again(lodged, code):
    lodged.pay(code)
    settles(lodged, "failed")
    assert owes(lodged)
    lodged.pay_until_paid()
    settles(lodged, "failed", "paid")


def test_money_taken_under_suspicion_is_not_a_paid_fee(lodged):
    lodged.pay("07")
    wait_until(lambda: payments(lodged) != ["pending"], 40, every=0.2)
    assert "paid" not in payments(lodged)


def test_a_late_payment_counts_when_it_comes(lodged):
    gateway, _ = to_gateway(lodged)
    control(gateway, lateSeconds=3, ipn="normal")
    lodged.at_gateway(gateway, notice="late")
    assert "paid" not in payments(lodged)
    settles(lodged, "paid", seconds=60)
    assert not owes(lodged)


def test_the_payer_who_closes_the_window_has_paid(lodged):
    lodged.pay("pay-close")
    settles(lodged, "paid")


def test_the_return_alone_pays_nothing(lodged):
    """The redirect back shows; only the gateway's own word, or its answer to ours, decides."""
    _, sent = to_gateway(lodged)
    lodged.browser.get(sent["vnp_ReturnUrl"], params=forged(sent))
    assert payments(lodged) == ["pending"]


def forged(sent):
    """What somebody would send who knows everything but the secret."""
    return {
        "vnp_Amount": sent["vnp_Amount"], "vnp_BankCode": "NCB", "vnp_PayDate": "20261121090312",
        "vnp_ResponseCode": "00", "vnp_TmnCode": sent["vnp_TmnCode"],
        "vnp_TransactionNo": "14226112", "vnp_TransactionStatus": "00",
        "vnp_TxnRef": sent["vnp_TxnRef"], "vnp_SecureHash": "0" * 128,
    }


def test_a_forged_notification_is_refused_with_97(demo, lodged):
    _, sent = to_gateway(lodged)
    answer = requests.get(demo.url + "/payments/vnpay/ipn", params=forged(sent), timeout=30)
    assert answer.status_code == 200
    assert answer.json()["RspCode"] == "97"
    assert payments(lodged) == ["pending"]


def test_a_wrong_amount_pays_nothing_and_is_held_apart(demo, lodged):
    lodged.pay(notice="wrong-amount")
    wait_until(lambda: payments(lodged) not in (["pending"], []), 90, every=0.5)
    # The notice is refused; what the gateway says when it is asked then decides.
    assert payments(lodged) in (["disputed"], ["paid"])
    demo.check()


def test_a_payment_never_confirmed_is_found_by_asking(lodged):
    """The gateway took the money and its word was lost: reconciliation by querydr."""
    lodged.pay(notice="none")
    settles(lodged, "paid", seconds=90)
    assert not owes(lodged)


def test_a_gateway_left_without_an_answer_takes_nothing(lodged):
    lodged.pay("close")
    assert payments(lodged) == ["pending"]


def test_paid_twice_is_owed_back_once(demo, lodged):
    """Two windows, two payments: one pays the fee, the other is surplus."""
    first, one = to_gateway(lodged)
    second, other = to_gateway(lodged)
    lodged.at_gateway(first)
    lodged.at_gateway(second)
    if one["vnp_TxnRef"] == other["vnp_TxnRef"]:
        settles(lodged, "paid")
    else:
        settles(lodged, "paid", "surplus", seconds=60)
    demo.check()


def test_a_notification_that_comes_twice_counts_once(demo, lodged):
    lodged.pay(notice="double")
    settles(lodged, "paid")
    demo.check()


def test_a_double_click_at_the_gateway_counts_once(demo, lodged):
    gateway, _ = to_gateway(lodged)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: lodged.at_gateway(gateway), range(2)))
    settles(lodged, "paid", seconds=60)
    demo.check()
