extension HTMLReport {
    /// The styles of all pages. Colours are told apart by colour-blind readers (after Okabe and Ito) and reach 4.5:1 on
    /// their ground, in light and in dark.
    public static let stylesheet = """
        :root{color-scheme:light dark;--paper:#fdfcf9;--card:#fff;--ink:#1d2733;--soft:#55606d;--line:#ddd8cd;--wash:#f4f1e9;\
        --social:#0b5fa5;--green:#00714f;--ess:#a8480a;--other:#6b5b95;--disability:#b0357c;--rail:#e8e4da;--warn:#8a4b00;--warnbg:#fdf1dd;\
        --good:#00603f;--goodbg:#e1f3ea;--bad:#a01c2c;--badbg:#fbe6e6}
        @media (prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1c2229;--ink:#e9e6df;--soft:#a9b1ba;--line:#39424c;\
        --wash:#222932;--social:#7cb8ee;--green:#4fc79a;--ess:#f0a066;--other:#b9a9e0;--disability:#f08cc4;--rail:#333c46;--warn:#f2bd6c;\
        --warnbg:#352a17;--good:#6fd3a8;--goodbg:#17322a;--bad:#ff9da3;--badbg:#3a1f24}}
        *{box-sizing:border-box}
        html{font-size:100%;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,"Segoe UI",Roboto,"Helvetica Neue",\
        "Liberation Sans",Arial,sans-serif}
        main,footer{max-width:70rem;margin:0 auto;padding:0 1.25rem}
        h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,"Liberation Serif",serif;\
        font-weight:600;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
        h1{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.7rem);margin:.3rem 0 .6rem}
        h2{font-size:1.5rem;margin:3.5rem 0 1rem;padding-top:1rem;border-top:1px solid var(--line)}
        h3{font-size:1.12rem;margin:2rem 0 .6rem}
        p{margin:.5rem 0;max-width:44rem}
        a{color:var(--social)}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--social);outline-offset:2px}
        .skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
        header{padding:3rem 0 .5rem}
        .eyebrow{color:var(--soft);letter-spacing:.02em;margin:0;max-width:none}
        .lead{font-size:1.15rem;color:var(--soft)}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:1rem;margin:2rem 0;padding:0;\
        list-style:none}
        .cards li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.1rem 1.25rem 1rem}
        .cards b{display:block;font:600 2.1rem/1.15 "Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,\
        "Liberation Serif",serif;font-variant-numeric:lining-nums;overflow-wrap:anywhere}
        .cards .label{display:block;font-weight:600}.cards .note{display:block;color:var(--soft);font-size:.92rem;line-height:1.45;\
        margin-top:.25rem}
        .social b{color:var(--social)}.green b{color:var(--green)}.ess b,.inclusive b{color:var(--ess)}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.5rem;align-items:start}
        figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;min-width:0}
        figcaption{font-weight:600;margin-bottom:.5rem}figure details{border:0;margin-top:.5rem}figure th[scope=row]{min-width:0}
        svg.chart{display:block;width:100%;height:auto;max-width:30rem;font-family:inherit}
        svg text{fill:var(--ink);font-size:13px}svg .soft{fill:var(--soft);font-size:11px}
        svg .rail{fill:var(--rail)}svg .axis{stroke:var(--line)}svg .target{stroke:var(--ink);stroke-width:2}
        svg .tone-social{fill:var(--social)}svg .tone-environmental{fill:var(--green)}svg .tone-ess{fill:var(--ess)}
        svg .tone-other{fill:var(--other)}svg .tone-none{fill:var(--soft)}
        svg .tone-insertion{fill:var(--social)}svg .tone-disability{fill:var(--disability)}
        .disability b{color:var(--disability)}svg.map{display:block;width:100%;height:auto;font-family:inherit}
        svg.map .land,svg.map .dots{fill:none;stroke-linecap:round;stroke:var(--rail)}svg.map .dots{stroke:var(--soft);stroke-opacity:.28}
        svg.map g{opacity:.92}svg.map circle{stroke:var(--card);stroke-width:.8}svg.map .size{fill:none;stroke:var(--soft)}
        svg.map text{font-size:21px;paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
        svg.map .soft{font-size:18px}figure.map .meta{max-width:none;margin-top:.6rem}svg.map .box{fill:none;stroke:var(--line)}svg.map .rule{stroke:var(--soft);stroke-width:2}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.5rem 0 0;padding:0;font-size:.92rem}
        .legend svg{width:.8rem;height:.8rem;margin-right:.4rem}
        .scroll{overflow-x:auto;margin:1rem 0}
        table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.4;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding:0 0 .5rem}
        th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
        thead th{color:var(--soft);font-weight:600;border-bottom:2px solid var(--line);vertical-align:bottom}
        tbody th{font-weight:500}
        .num{text-align:right;white-space:nowrap}thead th.num{white-space:normal;min-width:5.5rem}
        td.wide{min-width:14rem}th[scope=row]{min-width:11rem}
        tbody.group th{font-weight:600;padding-top:1.2rem}
        .code{color:var(--soft);font-size:.85em;margin-right:.4rem}
        details{border-bottom:1px solid var(--line);padding:.2rem 0}
        summary{cursor:pointer;padding:.45rem 0;overflow-wrap:anywhere}summary .count{color:var(--soft)}
        details[open]>summary{font-weight:600}
        details dl,.plain{font-size:.95rem}
        dl{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:.25rem 1rem;margin:.5rem 0 1rem}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        .flag{display:inline-block;color:var(--warn);background:var(--warnbg);border-radius:.25rem;padding:0 .4rem;font-size:.88rem}
        .notice{background:var(--warnbg);color:var(--ink);border-radius:.5rem;padding:.75rem 1rem;max-width:44rem}
        .badge{display:inline-block;border-radius:1rem;padding:.05rem .7rem;font-size:.9rem;font-weight:600}
        .eligible{color:var(--good);background:var(--goodbg)}.toConfirm{color:var(--warn);background:var(--warnbg)}
        .notEligible{color:var(--bad);background:var(--badbg)}
        .suppliers{list-style:none;padding:0;margin:1rem 0}
        .supplier{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.1rem 1.25rem;margin:0 0 1rem;\
        display:grid;grid-template-columns:3rem 1fr;gap:0 1rem}
        .supplier .rank{font:600 1.7rem/1.2 "Iowan Old Style",Palatino,Georgia,serif;color:var(--soft)}
        .supplier h3{margin:0 0 .15rem;font-size:1.2rem}
        .meta{color:var(--soft);margin:0}
        .score{display:flex;align-items:center;gap:.75rem;margin:.6rem 0;flex-wrap:wrap}.score svg{width:12rem;max-width:55%;height:.6rem}
        .reasons{margin:.5rem 0;padding-left:1.1rem}.reasons li{margin:.15rem 0}
        .reasons .name{color:var(--soft)}
        .dossier th{width:13rem;font-weight:400;color:var(--soft);vertical-align:top}.dossier td{overflow-wrap:anywhere}
        .dossier .conflict th{color:var(--warn)}.dossier .conflict th::before{content:"≠ "}
        .evidence{color:var(--soft);font-size:.9rem;overflow-wrap:anywhere}
        footer{color:var(--soft);font-size:.9rem;padding-top:2rem;padding-bottom:3rem}
        @media (max-width:34rem){svg.map text{font-size:34px}svg.map .soft{font-size:30px}svg.map .minor{display:none}\
        svg text{font-size:15px}svg .soft{font-size:13px}figure{padding:.85rem .75rem}.cards li{padding:.9rem 1rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}.supplier{grid-template-columns:1fr}\
        h2{margin-top:2.5rem}header{padding-top:1.75rem}}
        @page{size:A4;margin:16mm 14mm}
        @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#fff;--social:#0b5fa5;--green:#00714f;\
        --ess:#a8480a;--other:#6b5b95;--disability:#b0357c;--rail:#e5e5e5;--warn:#6b3a00;--warnbg:#fff;--good:#00603f;--goodbg:#fff;--bad:#a01c2c;--badbg:#fff}
        body{font-size:10pt}main,footer{max-width:none;padding:0}.skip{display:none}header{padding-top:0}
        h2{margin-top:1.6rem}h2,h3,caption,summary{break-after:avoid}.cards li,figure,tr,.supplier{break-inside:avoid}tbody tr:first-child{break-before:avoid}
        .cards{grid-template-columns:repeat(3,minmax(0,1fr));gap:.6rem}.cards b{font-size:1.6rem}.charts{grid-template-columns:repeat(2,minmax(0,1fr));gap:.8rem}figure details,.audit{display:none}thead th.num{min-width:0}
        svg.map{max-height:165mm}.scroll{overflow:visible}table{font-size:8.5pt}th[scope=row],td.wide{min-width:0}thead{display:table-header-group}
        .break{break-before:page}.badge,.flag{border:1px solid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """
}
