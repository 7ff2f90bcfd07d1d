# Read by catalina.sh. The JVM's part of the base; a port or an address of the proxies of your own goes here, too:
#   CATALINA_OPTS="$CATALINA_OPTS -Dgangway.port=8081 -Dgangway.proxies=10\.1\.2\.\d{1,3}"
CATALINA_OPTS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError $CATALINA_OPTS"
# How long catalina.sh stop waits: longer than gracefulStopAwaitMillis in server.xml.
CATALINA_STOP_TIMEOUT=20
