#!/usr/bin/env bash
# Drives a running sandbox with curl and openssl alone, as a program in any language could:
#   test/curl.sh http://127.0.0.1:4100 http://127.0.0.1:<port of a receiver>/hook <file in which the receiver keeps it>
# The receiver writes the value of Content-Signature to FILE.signature and the body to FILE.body.
set -euo pipefail

sandbox=$1
receiver=$2
received=$3
control=$sandbox/_sandbox/v1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# Succeeds if the text has the part in it.
has() {
  case $2 in *"$1"*) ;; *) fail "expected $1 in: $2" ;; esac
}

lacks() {
  case $2 in *"$1"*) fail "did not expect $1 in: $2" ;; *) ;; esac
}

# The value of the first member of this name that holds a string.
member() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1
}

# --- freepayment.online: HTTP Basic and JSON ---------------------------------------------------------------------

freepayment() {
  curl -sS -u 12345:sandbox-secret-key -H 'content-type: application/json' -d "$2" "$sandbox/freepayment/beyag/transactions/$1"
}

order='{"request":{"amount":3245,"currency":"USD","description":"Order 7","tracking_id":"order-7","method":{"type":"erip"}}}'
uid=$(freepayment authorizations "$order" | member uid)
[ -n "$uid" ] || fail 'no authorization'
response=$(freepayment captures "{\"request\":{\"parent_uid\":\"$uid\",\"amount\":3245}}")
has '"type":"capture","status":"successful"' "$response"
capture=$(printf '%s' "$response" | member uid)
has '"type":"refund"' "$(freepayment refunds "{\"request\":{\"parent_uid\":\"$capture\",\"amount\":45,\"reason\":\"Returned\"}}")"
echo 'authorized, captured, refunded'

truth=$(curl -sS "$control/truth")
has '"capturedMinor":{"USD":3245},"refundedMinor":{"USD":45}' "$truth"
echo 'the truth has it'

# --- Payfull: a form, signed with HMAC-SHA256 over the length and value of each field in alphabetical order -------

# payfull NAME=VALUE ... (in alphabetical order; lengths in characters)
payfull() {
  local base='' form=() pair value
  for pair in "$@"; do
    value=${pair#*=}
    base+=${#value}$value
    form+=(--data-urlencode "$pair")
  done
  local hash
  hash=$(printf '%s' "$base" | openssl dgst -sha256 -hmac sandbox-payfull-password -hex | sed 's/^.*= *//')
  curl -sS "${form[@]}" --data-urlencode "hash=$hash" "$sandbox/payfull/integration/api/v1"
}

preauth() {
  payfull cc_cvc=000 cc_month=12 cc_name=A "cc_number=$1" cc_year=2099 client_ip=192.168.1.1 currency=TRY \
    language=en 'merchant=merchant name' total=23.02 type=Preauth
}

capture() {
  payfull client_ip=192.168.1.1 language=en 'merchant=merchant name' total=23.02 "transaction_id=$1" type=Capture
}

voided=$(preauth 4111111111111111 | member transaction_id)
has '"type":"Cancel","status":1' "$(payfull client_ip=192.168.1.1 language=en 'merchant=merchant name' "transaction_id=$voided" type=Cancel)"
has '"status":0' "$(capture "$voided")"
has '"ErrorCode":"51"' "$(preauth 4000000000009995)"
lacks '"TRY"' "$(curl -sS "$control/truth")"
echo 'a voided authorization is not captured, and a test card is declined'

# --- A fault: the response is lost after the money has moved -----------------------------------------------------

curl -sS "$control/faults" -d '{"fault":"commit-then-drop","provider":"payfull","operation":"capture","times":1}' >/dev/null
lost=$(preauth 4111111111111111 | member transaction_id)
if capture "$lost" 2>/dev/null; then fail 'the fault did not strike'; fi
has '"state":"captured"' "$(curl -sS "$control/authorizations/payfull/$lost")"
has '"faults"' "$(curl -sS "$control/")"
[ "$(curl -sS "$control/faults")" = '[]' ] || fail 'the fault is still there'
echo 'a lost response: the truth has the capture'

# --- A notification, verified with openssl -----------------------------------------------------------------------

curl -sS "$control/public-key" | sed -n 's/.*"publicKey":"\([^"]*\)".*/\1/p' | openssl base64 -d -A >"$folder/key.der"
openssl pkey -pubin -inform DER -in "$folder/key.der" -out "$folder/key.pem"

verify() {
  openssl base64 -d -A <"$received.signature" >"$folder/signature"
  openssl dgst -sha256 -verify "$folder/key.pem" -signature "$folder/signature" "$received.body"
}

has '"status":200' "$(curl -sS "$control/notifications/n1/deliver" -d "{\"to\":\"$receiver\"}")"
verify >/dev/null || fail 'a notification has a wrong signature'
has "$capture" "$(cat "$received.body")"
curl -sS "$control/notifications/n1/deliver" -d "{\"to\":\"$receiver\",\"corrupt\":true}" >/dev/null
if verify >/dev/null 2>&1; then fail 'a corrupted notification was verified'; fi
echo 'a notification is verified, and a corrupted one is not'

curl -sS -X POST "$control/reset"
has '"capturedMinor":{}' "$(curl -sS "$control/truth")"
echo 'reset'
