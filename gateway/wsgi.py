"""What gunicorn loads: `gunicorn -c gateway/gunicorn_conf.py gateway.wsgi:app`.

The gevent worker patches the standard library before it loads this module.
"""

from werkzeug.middleware.proxy_fix import ProxyFix

from chassis.bus.client import Bus
from chassis.log import configure
from chassis.memory import keep_off_disk
from chassis.secrets import Secrets
from gateway.app import create_app
from gateway.config import gateway_settings

_settings = gateway_settings()
keep_off_disk()
configure(_settings.process, level=_settings.log_level)
_bus = Bus(_settings.amqp_url, Secrets(_settings.secrets), name="gateway")

app = create_app(_bus, _settings)
if _settings.is_behind_tls:
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]  # Flask's own way
