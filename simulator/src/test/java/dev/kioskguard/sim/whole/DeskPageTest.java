package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.paging.Page;
import dev.kioskguard.sim.browser.Axe;
import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The desk's page on a phone, as whoever is called sees it. */
class DeskPageTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    private static final Duration SOON = DeskPhone.SOON;
    private static final int WALL_PACE = 1;

    @TempDir
    Path folder;

    private DeskPhone phone;
    private Simulation simulation;
    private Chromium browser;

    @BeforeEach
    void opens() throws IOException {
        Premises premises = Premises.in(folder);
        simulation = Simulation.start(premises.options(WALL_PACE));
        browser = SHARED.browser().sized(390, 844);
        phone = new DeskPhone(browser, premises, folder.resolve("data"));
        browser.driver().get(simulation.guard().deskUri().toString());
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
    }

    @AfterEach
    void closes() {
        browser.driver().get("about:blank");
        simulation.close();
    }

    @Test
    void aPageStandsLoudOnThePhoneUntilSomebodyIsOnTheWayAndThenSaysWhatWasDone() throws IOException {
        phone.signIn("lobby-manager", "nobody's");
        await().atMost(SOON).until(() -> browser.text("#sign-in .said").contains("工号或口令不对"));
        phone.signIn("lobby-manager", phone.pin("lobby-manager"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('who').hidden"));
        assertThat(browser.driver().getTitle()).as("quiet until it matters").isEqualTo("大堂经理台");
        phone.show("desk-quiet");
        aBarrierWouldBeFound();
        aRedPageThatNoOtherWayTookIsForEverybody();

        phone.askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("还没有人前往"));
        await().atMost(SOON).until(() -> browser.driver().getTitle().contains("请到 ATM-0001"));
        await().atMost(SOON).until(() -> state() == Page.State.DELIVERED);
        assertThat(browser.text("article .since")).contains("大堂经理").doesNotContain("网点负责人");
        phone.show("desk-delivered");

        phone.press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已有人前往"));
        await().atMost(SOON).until(() -> browser.driver().getTitle().equals("大堂经理台"));

        phone.press("[data-action=cancel]");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("请写明理由"));
        browser.run("document.querySelector('[name=reason]').value = '客户在听电话里的人说'");
        phone.press("[data-action=cancel]");
        await().atMost(SOON).until(() -> browser.text("#ended article .state").contains("已结束"));
        await().atMost(SOON).until(() -> browser.text("#ended article .said").contains("已取消这笔转账"));
        phone.show("desk-ended");

        closesItOut();
        theHeadReadsTheDraft();
    }

    private void aBarrierWouldBeFound() {
        browser.run("const button = document.createElement('button'); button.textContent = 'control';"
                + "Object.assign(button.style, { minHeight: 0, color: '#666', background: '#fff' });"
                + "document.getElementById('nobody').append(button)");
        assertThat(new Axe(browser).barriers())
                .as("control")
                .anySatisfy(found -> assertThat(found).startsWith("color-contrast-enhanced"))
                .anySatisfy(found -> assertThat(found).startsWith("small "));
        browser.run("document.querySelector('#nobody button').remove()");
    }

    /** Drawn as a machine would tell of it, without one that has lost its light. */
    private void aRedPageThatNoOtherWayTookIsForEverybody() {
        browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const both = { zh: '客户说对方是公安人员，要求转到安全账户', en: 'The caller is said to be the police' };
                const page = { id: 'p-red', machine: 'ATM-0001', tier: 'red', state: 'escalated', level: 3,
                  calls: ['officer'], raisedAt: '2026-01-01T04:00:00Z', reasons: [both], script: [both],
                  ways: { webhook: 'failed', light: 'failed' } };
                import('/desk/pages.js').then(({ draw }) => {
                  draw([page], { answersPages: true, may: ['report', 'close'] }, () => {});
                  document.querySelector('article .lost').hidden = false;
                  done();
                });
                """);
        assertThat(browser.text("article .ways")).contains("没有送达", "外部通知", "机具提示灯");
        phone.show("desk-red");
        browser.run("document.querySelector('article').remove()");
    }

    private void closesItOut() {
        browser.run("document.querySelector('#ended .closure summary').click()");
        await().atMost(SOON).until(() -> browser.text("#ended .helped").contains("联系家人"));
        browser.run("document.querySelector('#ended [name=helped]').click();"
                + "document.querySelector('#ended [name=trick]').value = '网友说急需用钱';"
                + "document.querySelector('#ended [name=was]').value = 'romance';"
                + "document.querySelector('#ended .closure').scrollIntoView()");
        phone.show("desk-closure");
        phone.press("[data-close]");
        await().atMost(SOON).until(() -> browser.text("#ended article .said").contains("已登记"));
        phone.click("#patrol");
        await().atMost(SOON).until(() -> browser.text("#patrolled").contains("已记录巡查"));
    }

    private void theHeadReadsTheDraft() throws IOException {
        assertThat(browser.is("document.getElementById('drafts').hidden"))
                .as("drafts are the head's")
                .isTrue();
        Path drafts = folder.resolve("data/drafts");
        await().atMost(SOON).until(() -> {
            String[] names = drafts.toFile().list();
            return names != null && names.length == 2;
        });
        phone.click("#sign-out");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        phone.signIn("head-of-branch", phone.pin("head-of-branch"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('drafts').hidden"));
        phone.click("#drafts summary");
        await().atMost(SOON).until(() -> browser.text("#draft-list").contains("romance-"));
        phone.click("#draft-list summary");
        await().atMost(SOON).until(() -> browser.text("#draft-list").contains("网友说急需用钱"));
        assertThat(browser.text("#draft-list"))
                .contains("- transfer: ", "reason: help-asked", "staff: {action: cancel");
        browser.run("document.getElementById('drafts').scrollIntoView()");
        phone.show("desk-drafts");
    }

    @Test
    void aDeskWhoseMachineIsGoneSaysThatItMayBeOutOfDate() throws IOException {
        phone.signIn("head-of-branch", phone.pin("head-of-branch"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('who').hidden"));
        assertThat(browser.is("document.getElementById('stale').hidden"))
                .as("control")
                .isTrue();

        simulation.close();
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('stale').hidden"));
    }

    @Test
    void theOfficerHasThePacketForThePoliceAndTheHeadTheFigures() throws IOException {
        phone.signIn("officer", phone.pin("officer"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('who').hidden"));
        phone.askForHelp();
        for (int level = 2; level <= 3; level++) {
            await().atMost(SOON).until(() -> browser.is("document.querySelector('article .verdict') !== null"));
            browser.run("document.querySelector('[name=reason]').value = '不听劝'");
            phone.press("[data-action=escalate]");
            String called = level == 2 ? "网点负责人" : "值班专员";
            await().atMost(SOON).until(() -> browser.text("article .since").contains(called));
        }
        phone.press("[data-packet]");
        await().atMost(SOON).until(() -> browser.text("#packet").contains("110 / 96110"));
        assertThat(browser.text("#packet")).contains("示范支行，ATM-0001", "出生日期");
        phone.show("desk-packet");

        browser.run("document.getElementById('sign-out').click()");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        assertThat(browser.is("document.getElementById('packet').hidden")).isTrue();
        phone.signIn("head-of-branch", phone.pin("head-of-branch"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('overview').hidden"));
        browser.run("document.querySelector('#overview summary').click()");
        await().atMost(SOON).until(() -> browser.text("#figures").contains("暂缓"));
        browser.run("document.getElementById('overview').scrollIntoView()");
        phone.show("desk-figures");
    }

    @Test
    void theHeadOfTheBranchEnrolsSomebodyWhoThenChoosesAPinOfTheirOwn() throws IOException {
        phone.signIn("head-of-branch", phone.pin("head-of-branch"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('staff').hidden"));
        browser.run("document.querySelector('#staff summary').click()");
        await().atMost(SOON).until(() -> browser.text("#roll").contains("大堂经理"));
        String hostile = "<img src=x onerror=document.title='!'>";
        browser.run(
                "const form = document.getElementById('enrol').elements;"
                        + "form.staff.value = 'ann'; form.name.value = arguments[0]; form.pin.value = '161803';"
                        + "document.querySelector('#enrol button').click()",
                hostile);
        await().atMost(SOON).until(() -> browser.text("#enrol .said").contains("已登记"));
        assertThat(browser.text("#roll")).contains(hostile);
        assertThat(browser.is("document.querySelector('#roll img') === null && !document.title.includes('!')"))
                .isTrue();
        phone.show("desk-staff");

        browser.run("document.getElementById('sign-out').click()");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        phone.enter("ann", "161803");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('choose').hidden"));
        phone.show("desk-choose");
        browser.run("const form = document.getElementById('choose').elements; form.pin.value = '161803';"
                + "form.newPin.value = '141421'; form.again.value = '141421';"
                + "document.querySelector('#choose button').click()");
        await().atMost(SOON).until(() -> browser.is("document.getElementById('choose').hidden"));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('open').hidden"));
        assertThat(browser.is("document.getElementById('staff').hidden"))
                .as("the roll is the head's")
                .isTrue();
    }

    private Page.State state() {
        return Page.State.valueOf(browser.run("return document.querySelector('article').dataset.state")
                .toString()
                .toUpperCase(Locale.ROOT));
    }
}
