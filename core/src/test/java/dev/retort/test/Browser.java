/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. Tests are skipped where neither Chromium nor its driver is on the path. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private String signedIn = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser with a policy for scripts. */
    public static Browser start(boolean withScripts) {
        Optional<File> chromium = find("chromium", "chromium-browser", "google-chrome");
        Optional<File> service = find("chromedriver");
        assumeTrue(
                chromium.isPresent() && service.isPresent(),
                "No browser: neither chromium nor chromedriver is on the path (apt-get install chromium chromium-driver)");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption(
                "prefs", Map.of("profile.managed_default_content_settings.javascript", withScripts ? 1 : 2));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,900");
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow())
                        .usingAnyFreePort()
                        .build(),
                options));
    }

    private static Optional<File> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Opens a page without a login. */
    public void open(String url) {
        complaints();
        driver.get(url);
    }

    /** Opens a page that is a file. */
    public void openFile(Path file) {
        open(file.toUri().toString());
    }

    /** Has the page laid out for a screen. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Has the page drawn for dark or light surroundings. */
    public void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Opens a page as a user whose password is the name, by the login page to which the application leads. */
    public void open(String url, String user) {
        if (!user.equals(signedIn)) {
            // Those of every site: the page that is shown may be a file.
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.get(url);
            the("input[name=username]").sendKeys(user);
            the("input[name=password]").sendKeys(user);
            the("button[type=submit]").click();
            waitFor(any -> !all("main").isEmpty());
            signedIn = user;
        }
        complaints();
        driver.get(url);
    }

    /** {@return all elements that a selector finds} */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** {@return the element that a selector finds} */
    public WebElement the(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** {@return a button by its text, or by the first words of it} */
    public WebElement button(String text) {
        return driver.findElement(By.xpath(
                "//button[normalize-space()='" + text + "' or starts-with(normalize-space(),'" + text + " ')]"));
    }

    /** {@return the text of the element that a selector finds} */
    public String text(String selector) {
        return String.valueOf(
                driver.executeScript("return document.querySelector(arguments[0]).innerText.trim()", selector));
    }

    /** Waits until something is so; fails with what the page shows when it does not come about. */
    public void waitFor(ExpectedCondition<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> driver.getCurrentUrl() + " shows: " + text("body") + " and says: " + complaints())
                .until(condition);
    }

    /** Waits until an element that a selector finds has a text. */
    public void waitForText(String selector, String text) {
        waitFor(any -> all(selector).stream().anyMatch(each -> each.getText().contains(text)));
    }

    /** {@return what a script returns; {@code null} when it returns nothing} */
    public @Nullable Object run(String script) {
        return driver.executeScript(script);
    }

    /** {@return the element that has the focus} */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Since the page was opened nothing was refused by its policy, and no script failed. */
    public void assertNoComplaints() {
        assertThat(complaints()).isEmpty();
    }

    private List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Takes a screenshot of the page, for a user, or for the guide with {@code -Dscreenshots.update=true}. */
    public void screenshot(String name) {
        Path folder = Boolean.getBoolean("screenshots.update")
                ? Path.of("..", "docs", "images")
                : Path.of("target", "screenshots");
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
